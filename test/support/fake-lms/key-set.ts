import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type PlatformKeys, publicJwk } from './keys.js';
import { jsonReply, type Reply, type Route } from './server.js';

/** How the key set of the platform behaves from now on; `redirect` needs an address. */
export type KeySetBehaviour =
  | 'well'
  | { slowMs: number }
  | 'endless'
  | 'ten thousand keys'
  | { redirectTo: string }
  | 'failing'
  | 'without alg'
  | 'not a key set'
  | 'empty'
  | 'with secret keys';

const MANY = 10_000;
const RSA_BYTES = 256;
const CHUNK = `${' '.repeat(2 ** 16)}\n`;

export class KeySet {
  behaviour: KeySetBehaviour = 'well';

  constructor(private readonly keys: PlatformKeys) {}

  readonly route: Route = { endpoint: 'jwks', methods: ['GET'], path: '/jwks', answer: () => this.answer() };

  private async answer(): Promise<Reply> {
    const { behaviour } = this;
    const keys = this.keys.shown.map(publicJwk);
    if (typeof behaviour === 'object' && 'slowMs' in behaviour) await setTimeout(behaviour.slowMs);
    if (typeof behaviour === 'object' && 'redirectTo' in behaviour)
      return { status: 302, headers: { location: behaviour.redirectTo } };
    if (behaviour === 'endless')
      return { headers: { 'content-type': 'application/json' }, stream: (response) => void endlessly(response) };
    if (behaviour === 'failing') return { status: 500, body: 'Something went wrong.' };
    if (behaviour === 'not a key set') return jsonReply({ keys: 'none' });
    if (behaviour === 'empty') return jsonReply({ keys: [] });
    if (behaviour === 'without alg') return jsonReply({ keys: keys.map((key) => ({ ...key, alg: undefined })) });
    if (behaviour === 'with secret keys') {
      const secrets = this.keys.shown.map(({ kid }) => ({ kty: 'oct', kid, alg: 'HS256', k: 'AAAA' }));
      return jsonReply({ keys: secrets });
    }
    if (behaviour === 'ten thousand keys') {
      const others = Array.from({ length: MANY - 1 }, (_, index) => ({
        kty: 'RSA',
        e: 'AQAB',
        n: randomBytes(RSA_BYTES).toString('base64url'),
        kid: `other-${index}`,
        alg: 'RS256',
        use: 'sig',
      }));
      return jsonReply({ keys: [...others, ...keys] });
    }
    return jsonReply({ keys });
  }
}

async function endlessly(response: import('node:http').ServerResponse): Promise<void> {
  response.write('{"keys":[');
  while (!response.destroyed) {
    if (!response.write(CHUNK)) await Promise.race([new Promise((resolve) => response.once('drain', resolve)), setTimeout(50)]);
  }
}
