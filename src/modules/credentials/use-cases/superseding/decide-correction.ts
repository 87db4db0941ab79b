import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { notify } from '../../../../platform/notices/notify.js';
import { isOffice } from '../../../enrollment/index.js';
import {
  type CorrectionFilter,
  type CorrectionRequest,
  CorrectionRequestsRepository,
} from '../../data/correction-requests.repository.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { withShownName } from '../../domain/superseding-document.js';
import { correctionDecided } from '../../problems.js';
import { BadgeLetters } from '../issuing/badge-letters.js';
import { StoreSuccessor } from './store-successor.js';
import { SupersedeCredential } from './supersede-credential.js';

export interface CorrectionDecision {
  decision: 'accepted' | 'declined';
  /** For the learner. */
  note?: string | undefined;
}

export interface CorrectionsWanted extends Omit<CorrectionFilter, 'requestedBy'> {
  mine: boolean;
  cursor?: string | undefined;
  limit: number;
}

/** The office answers a learner's request for a correction: accepting it supersedes the credential. */
@Injectable()
export class DecideCorrection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: CorrectionRequestsRepository,
    private readonly credentials: CredentialsRepository,
    private readonly supersede: SupersedeCredential,
    private readonly storeSuccessor: StoreSuccessor,
    private readonly letters: BadgeLetters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Oldest first, one more than `limit`: everybody's for the office, one's own for all others. */
  async list(actor: Actor, { cursor, limit, mine, ...filter }: CorrectionsWanted): Promise<CorrectionRequest[]> {
    const requestedBy = isOffice(actor) && !mine ? undefined : actor.personId;
    return this.work.run(actor, (tx) => this.requests.list(tx, { ...filter, requestedBy }, readCursor(cursor), limit));
  }

  async run(actor: Actor, id: string, { decision, note = '' }: CorrectionDecision): Promise<CorrectionRequest> {
    const { decided, intentId } = await this.work.runOnce(actor, async (tx) => {
      const request = await this.requests.findLocked(tx, id);
      if (!request) throw new Problem(notFound);
      if (request.state !== 'open')
        throw new Problem(correctionDecided, { detail: `It was ${request.state}.`, facts: { state: request.state } });
      const now = this.clock.now();
      const answered: CorrectionRequest = { ...request, state: decision, note, decidedBy: actor.personId, decidedAt: now };
      await this.requests.decide(tx, answered);
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: `credential.correction_${decision}`,
        actorId: actor.personId,
        subject: { type: 'credential', id: request.credentialId },
        particulars: { requestId: id },
        occurredAt: now,
      });
      const told = { decision, credentialId: request.credentialId };
      const notice = { institutionId: actor.institutionId, personId: request.requestedBy, kind: 'correction_decided' as const };
      const [wishes] = await notify(tx, [{ ...notice, dedupeKey: `correction:${id}`, particulars: told }], now);
      return { decided: answered, intentId: await this.carryOut(tx, answered, actor, now, wishes?.byMail ?? false) };
    });
    if (intentId !== null) await this.storeSuccessor.run(actor, intentId);
    return decided;
  }

  /** The plan of the corrected form; `null` where the request was declined. */
  private async carryOut(tx: Tx, request: CorrectionRequest, actor: Actor, now: Date, byMail: boolean): Promise<string | null> {
    const asked = await this.credentials.find(tx, request.credentialId);
    // It may have got a new form for another reason since.
    const newest = asked && (await this.credentials.findByPublicId(tx, asked.publicId));
    if (!newest) throw new Problem(notFound);
    if (request.state === 'declined') {
      if (byMail) await this.letters.aboutDeclinedCorrection(tx, newest, request, now);
      return null;
    }
    const intent = await this.supersede.in(tx, {
      credentialId: newest.id,
      cause: 'correction',
      reason: request.reason,
      actorId: actor.personId,
      amend: withShownName(request.name),
    });
    return intent.id;
  }
}
