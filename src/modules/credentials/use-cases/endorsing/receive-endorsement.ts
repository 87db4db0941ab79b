import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { newId } from '../../../../platform/ids.js';
import { EndorsementsRepository } from '../../data/endorsements.repository.js';
import type { ReceivedEndorsement } from '../../data/received-endorsement.entity.js';
import { readEndorsement, type ReadEndorsement } from '../../domain/endorsement.js';
import { isJsonObject, type JsonObject } from '../../domain/json.js';
import { endorsementProblems } from '../../domain/open-badge-problems.js';
import { endorsementUnfit } from '../../problems.js';
import { EndorsedSubject } from './endorsed-subject.js';
import { VerifyDocument } from '../verifying/verify-document.js';

/** Takes in an endorsement that somebody outside signed, once it verifies and endorses something of the institution's. */
@Injectable()
export class ReceiveEndorsement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly endorsements: EndorsementsRepository,
    private readonly subjects: EndorsedSubject,
    private readonly verify: VerifyDocument,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, document: unknown): Promise<ReceivedEndorsement> {
    const read = isJsonObject(document) ? readEndorsement(document) : undefined;
    if (!read)
      throw new Problem(endorsementUnfit, {
        detail: 'Send an EndorsementCredential (Open Badges 3.0) of one subject.',
        facts: { reason: 'not_an_endorsement' },
      });
    refuseMalformed(document as JsonObject);
    // Asked before anything is fetched: a stranger's document makes us call nobody. Its own achievements are all a scope can see.
    const ours = await this.work.run(actor, (tx) => this.subjects.institutionOf(tx, read.subject));
    if (ours !== actor.institutionId) {
      throw new Problem(endorsementUnfit, {
        detail: 'It endorses neither this institution nor one of its achievements.',
        facts: { reason: 'not_of_ours' },
      });
    }
    await this.refuseUnverified(document);
    return this.work.runOnce(actor, (tx) => this.keep(tx, actor, read, JSON.stringify(document)));
  }

  private async refuseUnverified(document: unknown): Promise<void> {
    const { verified, checks } = await this.verify.run(document);
    if (verified) return;
    const faults = checks.filter(({ outcome }) => outcome !== 'passed').map(({ check, reason }) => ({ check, reason }));
    throw new Problem(endorsementUnfit, { detail: 'It does not verify.', facts: { reason: 'not_verified', checks: faults } });
  }

  private async keep(
    tx: Parameters<Parameters<UnitOfWork['run']>[1]>[0],
    { institutionId, personId }: Actor,
    read: ReadEndorsement,
    document: string,
  ): Promise<ReceivedEndorsement> {
    const id = newId();
    const kept = await this.endorsements.receive(tx, {
      ...read,
      id,
      institutionId,
      document,
      documentSha256: createHash('sha256').update(document).digest('hex'),
      givenId: null,
      receivedAt: this.clock.now(),
      decision: null,
      decidedBy: null,
      decidedAt: null,
    });
    if (kept.id === id) {
      await recordEvent(tx, {
        institutionId,
        type: 'endorsement.received',
        actorId: personId,
        subject: { type: 'endorsement', id },
        particulars: { endorser: read.endorser, subject: read.subject },
        occurredAt: kept.receivedAt,
      });
    }
    return kept;
  }
}

/** Held to the standard as published, data model 2.0 alone: what is accepted stands in our own achievement and profile, which must stay valid. */
function refuseMalformed(document: JsonObject): void {
  const problems = endorsementProblems(document);
  if (problems.length === 0) return;
  throw new Problem(endorsementUnfit, {
    detail: 'It is not what Open Badges 3.0 asks of an endorsement. Whoever gave it must sign it anew.',
    facts: { reason: 'malformed' },
    errors: problems.map(({ problem, at }) => {
      const code = problem.replaceAll('-', '_');
      return { field: at, code, detail: `“${at}” ${WRONG[code] ?? 'is not what the standard has there.'}` };
    }),
  });
}

const WRONG: Readonly<Record<string, string>> = {
  missing: 'is missing.',
  not_a_text: 'must be a text.',
  not_a_uri: 'must be a whole address.',
  not_a_moment: 'must be a date and time with its zone, such as 2026-03-01T09:30:00Z.',
};
