import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../../platform/events/record-event.js';
import type { CredentialIntent } from '../../data/credential-intent.entity.js';
import { EvidenceRepository } from '../../data/evidence.repository.js';
import { IssuingRepository } from '../../data/issuing.repository.js';
import { enqueueVcJwts } from '../../jobs/make-vc-jwts.js';
import { enqueueTelling } from '../../jobs/tell-learners.js';
import type { SignedIntent } from './sign-intents.js';

/** Stores signed credentials with their intents, events and outbox rows: each once, whoever stores it first. */
@Injectable()
export class StoreCredentials {
  constructor(
    private readonly issuing: IssuingRepository,
    private readonly evidence: EvidenceRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Answers, in their order, whether this run stored them. `told`: of which ones their learners hear. */
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
      const { institutionId } = first.intent;
      await enqueueVcJwts(tx, ids, { institutionId, now });
      const toTell = fresh.flatMap(({ intent }) => (told(intent) ? [intent.id] : []));
      await enqueueTelling(tx, toTell, { institutionId, now });
    }
    return signed.map(({ intent }) => stored.has(intent.id));
  }
}
