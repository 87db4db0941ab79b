import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { ColumnsQuery } from '../../data/columns.query.js';
import { LineItemsRepository } from '../../data/line-items.repository.js';
import { RegistrationsRepository } from '../../data/registrations.repository.js';
import { planSending } from './plan-sending.js';

/** Sends scores again because somebody asks for it: those that have not arrived, with all their attempts, or one in any case. */
@Injectable()
export class ResendScores {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly lineItems: LineItemsRepository,
    private readonly columns: ColumnsQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All of a platform that have not arrived. Answers how many. */
  async ofPlatform(actor: Actor, registrationId: string): Promise<number> {
    return this.work.run(actor, async (tx) => {
      if (!(await this.registrations.find(tx, registrationId))) throw new Problem(notFound);
      return this.resend(tx, actor, registrationId, null, null);
    });
  }

  /** Those of a column that have not arrived; or of one person, who may have had it before. Answers how many. */
  async ofColumn(actor: Actor, lineItemId: string, identityId: string | null): Promise<number> {
    return this.work.run(actor, async (tx) => {
      const lineItem = await this.lineItems.find(tx, lineItemId);
      if (!lineItem) throw new Problem(notFound);
      return this.resend(tx, actor, lineItem.registration.id, lineItemId, identityId);
    });
  }

  private async resend(
    tx: Tx,
    { institutionId, personId }: Actor,
    registrationId: string,
    lineItemId: string | null,
    identityId: string | null,
  ): Promise<number> {
    const now = this.clock.now();
    const scores = await this.columns.toResend(tx, { registrationId, lineItemId, identityId }, now);
    await planSending(tx, scores, now);
    await recordEvent(tx, {
      institutionId,
      type: 'lti.scores_resent',
      actorId: personId,
      subject: { type: 'lti_registration', id: registrationId },
      particulars: { lineItemId, scores: scores.length },
      occurredAt: now,
    });
    return scores.length;
  }
}
