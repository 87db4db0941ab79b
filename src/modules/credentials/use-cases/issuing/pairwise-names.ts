import { createHmac, hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { KeySecret } from '../../../../platform/keys/key-secret.js';

const PURPOSE = 'cairn pairwise learner names, version 1';

/** What learners are called in badges: the same in all badges of one institution, another at every other, and nothing to anybody else. */
@Injectable()
export class PairwiseNames {
  private own: Buffer | undefined;

  constructor(private readonly secret: KeySecret) {}

  /** `urn:uuid:` with a UUID version 8 (RFC 9562 §5.8). */
  of(institutionId: string, personId: string): string {
    this.own ??= Buffer.from(hkdfSync('sha256', this.secret.key, '', PURPOSE, 32));
    const bytes = createHmac('sha256', this.own).update(`${institutionId} ${personId}`).digest().subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = bytes.toString('hex');
    return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
}
