import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { type CorrectionRequest, CorrectionRequestsRepository } from '../../data/correction-requests.repository.js';
import { CredentialsRepository } from '../../data/credentials.repository.js';
import { mayAct } from '../../domain/credential-state.js';
import type { JsonObject } from '../../domain/json.js';
import { shownName } from '../../domain/superseding-document.js';
import { amendmentRefused, correctionOpen, showsNoName } from '../../problems.js';
import { wrongState } from '../status/wrong-state.js';

/** A learner asks for the name on their own credential to be put right. */
@Injectable()
export class RequestCorrection {
  constructor(
    private readonly work: UnitOfWork,
    private readonly credentials: CredentialsRepository,
    private readonly requests: CorrectionRequestsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    credentialId: string,
    { name, reason = '' }: { name: string; reason?: string | undefined },
  ): Promise<CorrectionRequest> {
    return this.work.runOnce(actor, async (tx) => {
      const credential = await this.credentials.findLocked(tx, credentialId);
      if (!credential || credential.personId !== actor.personId) throw new Problem(notFound);
      if (!mayAct('reissue', credential.state)) throw await wrongState(tx, this.credentials, credential);
      refuseName(JSON.parse(credential.signed) as JsonObject, name);
      const request: CorrectionRequest = {
        id: newId(),
        institutionId: actor.institutionId,
        credentialId,
        requestedBy: actor.personId,
        name: name.trim(),
        reason,
        requestedAt: this.clock.now(),
        state: 'open',
        note: '',
        decidedBy: null,
        decidedAt: null,
      };
      if (!(await this.requests.add(tx, request))) {
        throw new Problem(correctionOpen, { detail: 'The office has not decided about the earlier request yet.' });
      }
      await recordEvent(tx, {
        institutionId: actor.institutionId,
        type: 'credential.correction_requested',
        actorId: actor.personId,
        subject: { type: 'credential', id: credentialId },
        particulars: { requestId: request.id },
        occurredAt: request.requestedAt,
      });
      return request;
    });
  }
}

/** Only a name that the learner agreed to show can be wrong, and only another one can put it right. */
export function refuseName(document: JsonObject, name: string): void {
  const shown = shownName(document);
  if (shown === null)
    throw new Problem(showsNoName, { detail: 'It names its learner to nobody, so no name on it can be wrong.' });
  if (name.trim() === '' || name.trim() === shown)
    throw new Problem(amendmentRefused, {
      detail: `It shows the name “${shown}”: give another one.`,
      facts: { reason: 'shown_already' },
    });
}
