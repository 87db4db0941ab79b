import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../../platform/events/record-event.js';
import { queueLetters } from '../../../../platform/letters/queue-letters.js';
import { notify } from '../../../../platform/notices/notify.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import { EvidenceRepository } from '../../data/evidence.repository.js';
import { IssuingRepository } from '../../data/issuing.repository.js';
import { enqueueVcJwts } from '../../jobs/make-vc-jwts.js';
import { BADGE_FILES } from './badge-letters.js';
import { IssuerAddresses } from './issuer-addresses.js';
import type { SignedIntent } from './sign-intents.js';

/** Stores signed credentials with their intents, events, mails and outbox rows: each once, whoever stores it first. */
@Injectable()
export class StoreCredentials {
  private readonly addresses: IssuerAddresses;

  constructor(
    private readonly issuing: IssuingRepository,
    private readonly evidence: EvidenceRepository,
    environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** Answers, in their order, whether this run stored them. `told`: of which ones their learners get a letter. */
  async in(
    tx: Tx,
    signed: readonly SignedIntent[],
    told: (intent: CredentialIntent) => boolean = () => true,
  ): Promise<boolean[]> {
    const now = this.clock.now();
    const credentials = signed.map(({ intent, signed: text }) => ({
      id: intent.id,
      institutionId: intent.institutionId,
      publicId: intent.publicId,
      enrollmentId: intent.enrollmentId,
      personId: intent.personId,
      editionId: intent.editionId,
      state: 'issued' as const,
      signed: text,
      issuedAt: now,
    }));
    const unwritten = signed.flatMap(({ intent, unwritten: one }) => (one ? [intent] : []));
    const stored = await this.issuing.addOnce(tx, credentials, unwritten);
    const fresh = signed.filter(({ intent }) => stored.has(intent.id));
    await this.evidence.add(
      tx,
      fresh.flatMap((one) => one.unwritten?.evidence ?? []),
    );
    await recordEvents(
      tx,
      fresh.map(({ intent: { id, institutionId, enrollmentId, personId, editionId, assessmentId, historicAwardId } }) => ({
        institutionId,
        type: 'credential.issued',
        actorId: null,
        subject: { type: 'credential', id },
        particulars: historicAwardId
          ? { historicAwardId, personId, editionId }
          : { enrollmentId, personId, editionId, assessmentId },
        occurredAt: now,
      })),
    );
    const [first] = fresh;
    if (first) {
      const ids = fresh.map(({ intent }) => intent.id);
      await enqueueVcJwts(tx, ids, { institutionId: first.intent.institutionId, now });
    }
    await this.tellLearners(
      tx,
      fresh.filter(({ intent }) => told(intent)),
      now,
    );
    return signed.map(({ intent }) => stored.has(intent.id));
  }

  private async tellLearners(tx: Tx, fresh: readonly SignedIntent[], now: Date): Promise<void> {
    const told = await notify(
      tx,
      fresh.map(({ intent: { id, institutionId, personId, publicId, enrollmentId, editionId } }) => ({
        institutionId,
        personId,
        kind: 'badge_issued' as const,
        dedupeKey: `badge:${id}`,
        enrollmentId,
        particulars: { publicId, editionId },
      })),
      now,
    );
    const letters = fresh.flatMap(({ intent: { id, institutionId, publicId }, name }, index) => {
      const { byMail, reader } = told[index] ?? {};
      if (!reader?.email || !byMail) return [];
      return {
        institutionId,
        dedupeKey: `credential-issued:${id}`,
        to: { ...reader, email: reader.email },
        kind: 'badge_issued' as const,
        values: { 'badge.name': name, link: this.addresses.credential(publicId) },
        enclosure: { kind: BADGE_FILES, of: id },
        now,
      };
    });
    await queueLetters(tx, letters);
  }
}
