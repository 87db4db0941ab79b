import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { KeySecret } from '../../../../platform/keys/key-secret.js';

const PURPOSE = 'cairn did challenges, version 1';
const LIFETIME_S = 15 * 60;

/**
 * What a learner signs to show that a DID is theirs. It names its end and is bound to learner and enrolment, so that nothing has to be
 * kept: used again it proves the same thing of the same enrolment once more.
 */
@Injectable()
export class DidChallenges {
  private own: Buffer | undefined;

  constructor(
    private readonly secret: KeySecret,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  create(personId: string, enrollmentId: string): { challenge: string; expiresAt: Date } {
    const expires = Math.floor(this.clock.now().getTime() / 1_000) + LIFETIME_S;
    return { challenge: this.of(personId, enrollmentId, expires), expiresAt: new Date(expires * 1_000) };
  }

  accepts(challenge: string, personId: string, enrollmentId: string): boolean {
    const expires = Number(/^(\d{1,12})\./.exec(challenge)?.[1]);
    if (!(expires * 1_000 > this.clock.now().getTime())) return false;
    const [given, right] = [Buffer.from(challenge), Buffer.from(this.of(personId, enrollmentId, expires))];
    return given.length === right.length && timingSafeEqual(given, right);
  }

  private of(personId: string, enrollmentId: string, expires: number): string {
    this.own ??= Buffer.from(hkdfSync('sha256', this.secret.key, '', PURPOSE, 32));
    const mac = createHmac('sha256', this.own).update(`${personId} ${enrollmentId} ${expires}`).digest('base64url');
    return `${expires}.${mac}`;
  }
}
