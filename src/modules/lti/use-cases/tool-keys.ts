import { createPrivateKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { exportJWK, type JWK, type JWTPayload, SignJWT } from 'jose';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { KeySecret } from '../../../platform/keys/key-secret.js';
import { SecretBox } from '../../../platform/keys/secret-box.js';
import { type ToolKey, ToolKeysRepository } from '../data/keys.repository.js';

const DAY_MS = 86_400_000;
/** Platforms keep what they read for as long as they like: the next key is shown a day before it signs, and the last a week after. */
const AHEAD_MS = DAY_MS;
const BEHIND_MS = 7 * DAY_MS;
const SCOPE = system('keys towards platforms belong to the installation');
const BITS = 2_048;
const newPair = promisify(generateKeyPair);

/** The keys by which platforms know us (Security Framework 1.1 §5.1.1, §6.3). */
@Injectable()
export class ToolKeys {
  private opened: SecretBox | undefined;

  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: ToolKeysRepository,
    private readonly secret: KeySecret,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** What stands at `/.well-known/jwks.json`; makes the first key when there is none. */
  async published(): Promise<JWK[]> {
    return (await this.shown()).map(({ publicJwk }) => publicJwk);
  }

  /** A compact JWS over the claims, RS256, by the key that signs now. */
  async sign(claims: JWTPayload): Promise<string> {
    const now = this.clock.now();
    const shown = await this.shown();
    const key = shown.find(({ signsFrom }) => signsFrom <= now) ?? shown.at(-1);
    if (!key) throw new Error('There is no key to sign with');
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: key.id, typ: 'JWT' }).sign(this.open(key));
  }

  /** Shows a new key, which signs a day from now; the ones before it are shown a week longer. */
  async rotate(): Promise<string> {
    const made = await this.make();
    return this.work.run(SCOPE, async (tx) => {
      await this.keys.lock(tx);
      const now = this.clock.now();
      const signsFrom = new Date(now.getTime() + AHEAD_MS);
      for (const { id, retiresAt } of await this.keys.shown(tx, now)) {
        if (retiresAt === null) await this.keys.retire(tx, id, new Date(signsFrom.getTime() + BEHIND_MS));
      }
      await this.keys.forget(tx, now);
      return this.add(tx, made, signsFrom);
    });
  }

  private async shown(): Promise<ToolKey[]> {
    const now = this.clock.now();
    const known = await this.work.read(SCOPE, (tx) => this.keys.shown(tx, now));
    if (known.length > 0) return known;
    const made = await this.make();
    return this.work.run(SCOPE, async (tx) => {
      await this.keys.lock(tx);
      if ((await this.keys.shown(tx, now)).length === 0) await this.add(tx, made, now);
      return this.keys.shown(tx, now);
    });
  }

  private async add(tx: Tx, { id, publicKey, privateKey }: Made, signsFrom: Date): Promise<string> {
    const publicJwk = { ...(await exportJWK(publicKey)), kid: id, alg: 'RS256', use: 'sig' };
    const sealedPrivate = this.box.seal(privateKey.export({ format: 'der', type: 'pkcs8' }), owner(id));
    await this.keys.add(tx, { id, publicJwk, sealedPrivate, createdAt: this.clock.now(), signsFrom, retiresAt: null });
    return id;
  }

  /** Before any transaction: it takes a good part of a second. */
  private async make(): Promise<Made> {
    return { id: newId(this.clock.now().getTime()), ...(await newPair('rsa', { modulusLength: BITS })) };
  }

  private open({ id, sealedPrivate }: ToolKey): KeyObject {
    return createPrivateKey({ key: this.box.open(sealedPrivate, owner(id)), format: 'der', type: 'pkcs8' });
  }

  private get box(): SecretBox {
    return (this.opened ??= new SecretBox(this.secret.key, 'LTI key'));
  }
}

interface Made {
  id: string;
  publicKey: KeyObject;
  privateKey: KeyObject;
}

function owner(keyId: string): string {
  return `LTI key ${keyId}`;
}
