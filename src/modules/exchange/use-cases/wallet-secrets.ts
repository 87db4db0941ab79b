import { createHmac, hkdfSync, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeySecret } from '../../../platform/keys/key-secret.js';
import { NONCE_LIFE_MS } from '../domain/terms.js';

const PURPOSE = 'cairn secrets of wallets, version 1';

/** Short secrets of the wallet protocols, under a key of this Cairn: six digits alone would be found by trying, and nonces are not stored. */
@Injectable()
export class WalletSecrets {
  private own: Buffer | undefined;

  constructor(private readonly secret: KeySecret) {}

  /** Six digits for the learner's mailbox, and what the database holds of them. */
  newTransactionCode(interactionId: string): { code: string; hash: string } {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    return { code, hash: this.hashOfCode(interactionId, code) };
  }

  matchesCode(interactionId: string, code: string, hash: string): boolean {
    return equal(this.hashOfCode(interactionId, code), hash);
  }

  /** A `c_nonce` (OID4VCI 1.0 §7.2) that says itself until when it is good, and for whom. */
  newNonce(issuer: string, now: Date): string {
    const head = `${(now.getTime() + NONCE_LIFE_MS).toString(36)}.${randomBytes(16).toString('base64url')}`;
    return `${head}.${this.mac(`nonce ${issuer} ${head}`)}`;
  }

  isNonce(issuer: string, nonce: unknown, now: Date): boolean {
    if (typeof nonce !== 'string') return false;
    const [, head = '', expiry = '', mac = ''] = /^(([0-9a-z]{1,12})\.[\w-]{22})\.([\w-]{43})$/.exec(nonce) ?? [];
    return mac !== '' && equal(mac, this.mac(`nonce ${issuer} ${head}`)) && Number.parseInt(expiry, 36) > now.getTime();
  }

  private hashOfCode(interactionId: string, code: string): string {
    return this.mac(`transaction code ${interactionId} ${code}`);
  }

  private mac(text: string): string {
    this.own ??= Buffer.from(hkdfSync('sha256', this.secret.key, '', PURPOSE, 32));
    return createHmac('sha256', this.own).update(text).digest('base64url');
  }
}

function equal(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
