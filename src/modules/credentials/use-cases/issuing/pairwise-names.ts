import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeySecret } from '../../../../platform/keys/key-secret.js';

const PURPOSE = 'cairn pairwise learner names, version 1';

/** What learners are called in badges: the same in all badges of one institution, another at every other, and nothing to anybody else. */
@Injectable()
export class PairwiseNames {
  private own: KeyObject | undefined;

  constructor(private readonly secret: KeySecret) {}

  /** `urn:uuid:` with a UUID version 8 (RFC 9562 §5.8). */
  of(institutionId: string, personId: string): string {
    this.own ??= createSecretKey(Buffer.from(hkdfSync('sha256', this.secret.key, '', PURPOSE, 32)));
    const hex = createHmac('sha256', this.own).update(`${institutionId} ${personId}`).digest('hex');
    const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
    return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}
