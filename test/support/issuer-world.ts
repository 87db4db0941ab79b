import type { KeyObject } from 'node:crypto';
import type { Award } from '../../src/modules/credentials/domain/award.js';
import type { JsonObject } from '../../src/modules/credentials/domain/json.js';
import { buildOpenBadgeCredential } from '../../src/modules/credentials/domain/open-badge-credential.js';
import { didDocument, type IssuerKey, verificationMethodId } from '../../src/modules/credentials/proof/keys/did-web.js';
import { generateSigningKey, publicKeyMultibase } from '../../src/modules/credentials/proof/keys/keys.js';
import { signCredential, type SignedCredential } from '../../src/modules/credentials/proof/sign.js';
import { buildStatusListCredential, emptyStatusBits, setStatusBit } from '../../src/modules/credentials/proof/status-list.js';
import type { Resolve, VerifyOptions } from '../../src/modules/credentials/proof/verifying/verify.js';
import { amirasAward } from './awards.js';

/** Riverside University with a signing key, a status list, and everything a verifier may look at, in memory. */
export class IssuerWorld {
  readonly did = 'did:web:cairn.riverside.example:issuers:riverside';
  readonly listUrl = 'https://cairn.riverside.example/status/riverside-1';
  readonly now = new Date('2026-04-01T12:00:00Z');
  readonly bits = emptyStatusBits();
  readonly asked: string[] = [];
  /** What the outside world answers, by id; change it to play a fault. */
  readonly answers = new Map<string, unknown>();
  readonly privateKey: KeyObject;
  readonly key: IssuerKey;
  readonly method: string;

  constructor() {
    const { privateKey, publicKey } = generateSigningKey();
    this.privateKey = privateKey;
    this.key = { publicKeyMultibase: publicKeyMultibase(publicKey), state: 'active' };
    this.method = verificationMethodId(this.did, this.key.publicKeyMultibase);
    this.answers.set(this.did, this.didDocument());
  }

  didDocument(keys: readonly IssuerKey[] = [this.key]): JsonObject {
    return didDocument({ did: this.did, keys });
  }

  badge(award: Award = amirasAward()): JsonObject {
    const built = buildOpenBadgeCredential(award);
    if (!built.ok) throw new Error(JSON.stringify(built.problems));
    return built.credential;
  }

  async sign(document: JsonObject): Promise<SignedCredential> {
    return signCredential({
      document,
      verificationMethod: this.method,
      privateKey: this.privateKey,
      created: new Date('2026-03-01T09:31:00Z'),
    });
  }

  /** Amira's signed badge, with her bit clear in the published list. */
  async signedBadge(award?: Award): Promise<JsonObject> {
    await this.publishList();
    return (await this.sign(this.badge(award))).signed;
  }

  /** Signs and publishes the list, after setting the bits of the given indexes. Returns it. */
  async publishList(
    revoked: readonly number[] = [],
    change: (list: JsonObject) => JsonObject = (list) => list,
  ): Promise<JsonObject> {
    for (const index of revoked) setStatusBit(this.bits, index, true);
    const list = buildStatusListCredential({
      id: this.listUrl,
      issuer: this.did,
      bits: this.bits,
      validFrom: new Date('2026-03-01T00:00:00Z'),
    });
    const { signed } = await this.sign(change(list));
    this.answers.set(this.listUrl, signed);
    return signed;
  }

  readonly resolve: Resolve = async (id) => {
    this.asked.push(id);
    const document = this.answers.get(id);
    return document === undefined ? { ok: false, reason: 'not-found' } : { ok: true, document };
  };

  options(change: Partial<VerifyOptions> = {}): VerifyOptions {
    return { resolve: this.resolve, now: this.now, ...change };
  }
}
