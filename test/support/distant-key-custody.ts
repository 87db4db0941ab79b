import { fork } from 'node:child_process';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import type { KeyAlgorithm } from '../../src/modules/credentials/domain/key-algorithms.js';
import { type HeldKey, KeyCustody, type MadeKey } from '../../src/modules/credentials/proof/keys/key-custody.js';
import { KeyOpeningError } from '../../src/modules/credentials/proof/keys/key-sealing.js';

interface Reply {
  number: number;
  fault?: string;
  handle?: string;
  publicKey?: Uint8Array;
  signature?: Uint8Array;
}

/** Custody at a service far away (`distant-custody.mjs`): the reference is a handle, and every signature is a message there and back. */
export class DistantKeyCustody extends KeyCustody {
  readonly #service = fork(new URL('./distant-custody.mjs', import.meta.url), { execArgv: [], serialization: 'advanced' });
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #asked = 0;

  constructor() {
    super();
    this.#service.on('message', (message) => {
      const reply = message as Reply;
      this.#waiting.get(reply.number)?.(reply);
      this.#waiting.delete(reply.number);
    });
  }

  async make(institutionId: string, algorithm: KeyAlgorithm): Promise<MadeKey> {
    const { handle = '', publicKey } = await this.#ask('make', { owner: institutionId, algorithm });
    return { publicKey: readPublicKey(publicKey), reference: Buffer.from(handle) };
  }

  async publicKey(key: HeldKey): Promise<KeyObject> {
    return readPublicKey((await this.#ask('publicKey', named(key))).publicKey);
  }

  async sign(key: HeldKey, bytes: Uint8Array): Promise<Buffer> {
    return Buffer.from((await this.#ask('sign', { ...named(key), bytes: Uint8Array.from(bytes) })).signature ?? []);
  }

  async close(): Promise<void> {
    this.#service.disconnect();
    await once(this.#service, 'exit');
  }

  async #ask(action: string, particulars: object): Promise<Reply> {
    const number = (this.#asked += 1);
    const reply = await new Promise<Reply>((resolve) => {
      this.#waiting.set(number, resolve);
      this.#service.send({ number, action, ...particulars });
    });
    if (reply.fault !== undefined) throw new KeyOpeningError(reply.fault);
    return reply;
  }
}

function named({ institutionId, algorithm, reference }: HeldKey): object {
  return { owner: institutionId, algorithm, handle: Buffer.from(reference).toString() };
}

function readPublicKey(der: Uint8Array | undefined): KeyObject {
  return createPublicKey({ key: Buffer.from(der ?? []), format: 'der', type: 'spki' });
}
