import { type CompactJWSHeaderParameters, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { Registration } from './model.js';
import { insist, isRecord, isText, Refusal, type Site } from './site.js';
import type { Claims } from './words.js';

const PATIENCE_MS = 5000;
const MOST_BYTES = 2 ** 19;
const TOLERANCE_SECONDS = 60;
const LONGEST_SECONDS = 300;

/** What tools sign, checked with the key set that they publish, fetched at that very moment. */
export class ToolKeys {
  private readonly cache = new Map<string, { keys: JWK[]; until: number }>();

  constructor(private readonly site: Site) {}

  /** Checks the signature (Security Framework 1.1 §5.2.2); the caller looks at the claims that are special to its purpose. */
  async open(jwt: string, registration: Registration, where: string): Promise<Claims> {
    const header = headerOf(jwt, where);
    insist(
      [
        [`${where}/alg`, header.alg === 'RS256', `It has to be signed by RS256, and says ${header.alg}.`],
        [`${where}/kid`, isText(header.kid), 'The header has to name its key by `kid`.'],
        [`${where}/key-in-header`, !header.jwk && !header.jku && !header.x5u, 'Keys come from the registered key set alone.'],
      ],
      400,
      'invalid_client',
    );
    const key = await this.find(registration, header.kid ?? '', where);
    try {
      const { payload } = await compactVerify(jwt, await importJWK(key, 'RS256'), { algorithms: ['RS256'] });
      const claims: unknown = JSON.parse(Buffer.from(payload).toString());
      if (!isRecord(claims)) throw new Error('no object');
      return claims;
    } catch (error) {
      throw new Refusal(400, `${where}/signature`, `The signature does not hold: ${(error as Error).message}`, 'invalid_client');
    }
  }

  /** `iat`, `exp` and `jti`, which every message of a tool has to carry here. */
  checkTimes(claims: Claims, registration: Registration, where: string): void {
    const now = this.site.seconds();
    const { iat, exp } = claims;
    const strict = this.site.profile.strict;
    const lived = typeof exp === 'number' && typeof iat === 'number' ? exp - iat : 0;
    insist(
      [
        [`${where}/iat`, typeof iat === 'number' || (!strict && iat === undefined), '`iat` has to be a number of seconds.'],
        [`${where}/exp`, typeof exp === 'number', '`exp` has to be a number of seconds.'],
        [`${where}/expired`, typeof exp === 'number' && exp > now - TOLERANCE_SECONDS, 'It has expired.'],
        [`${where}/iat-ahead`, typeof iat !== 'number' || iat <= now + TOLERANCE_SECONDS, '`iat` lies in the future.'],
        [`${where}/too-long`, !strict || (lived > 0 && lived <= LONGEST_SECONDS), 'It may hold five minutes at most.'],
      ],
      400,
      'invalid_client',
    );
    this.site.useJti(registration.clientId, claims['jti'], where);
  }

  /** The key set of an address, in which strict platforms find only keys with `kid`, `alg` and `use`. */
  async fetch(jwksUri: string): Promise<JWK[]> {
    const response = await fetch(jwksUri, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
      (error: Error) => {
        throw new Refusal(400, 'tool-keys/unreachable', `${jwksUri}: ${error.message}`, 'invalid_client');
      },
    );
    const body = await response.text();
    const set: unknown = body.length <= MOST_BYTES && response.ok ? parsed(body) : null;
    const keys = isRecord(set) && Array.isArray(set['keys']) ? (set['keys'] as JWK[]) : null;
    if (!keys)
      throw new Refusal(
        400,
        'tool-keys/not-a-key-set',
        `${jwksUri} answers ${response.status}, and no key set.`,
        'invalid_client',
      );
    if (keys.some((key) => key.d !== undefined || key.kty === 'oct')) {
      throw new Refusal(400, 'tool-keys/secret-published', `${jwksUri} shows a private key.`, 'invalid_client');
    }
    const whole = (key: JWK) => isText(key.kid) && key.alg === 'RS256' && key.use === 'sig';
    return this.site.profile.strict ? keys.filter(whole) : keys;
  }

  private async find({ jwksUri }: Registration, kid: string, where: string): Promise<JWK> {
    const cached = this.cache.get(jwksUri);
    const keys = cached && cached.until > this.site.now() ? cached.keys : await this.fetch(jwksUri);
    if (keys !== cached?.keys) this.cache.set(jwksUri, { keys, until: this.site.now() + this.site.options.toolKeysCachedMs });
    const fitting = keys.filter((key) => key.kid === kid);
    const [key] = fitting;
    if (!key || fitting.length > 1) {
      throw new Refusal(
        400,
        `${where}/unknown-kid`,
        `The key set of the tool has ${fitting.length} usable keys called ${kid}.`,
        'invalid_client',
      );
    }
    return key;
  }
}

function headerOf(jwt: string, where: string): CompactJWSHeaderParameters {
  try {
    return decodeProtectedHeader(jwt) as CompactJWSHeaderParameters;
  } catch {
    throw new Refusal(400, `${where}/not-a-jwt`, 'It is no JSON Web Token.', 'invalid_client');
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
