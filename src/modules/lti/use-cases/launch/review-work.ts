import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { AssessmentRecord } from '../../../assessment/index.js';
import { attemptScreen, learnerScreen, staffScreen, TakeSeat } from '../../../enrollment/index.js';
import { ContextsRepository } from '../../data/contexts.repository.js';
import { IdentitiesRepository } from '../../data/identities.repository.js';
import { LineItemsRepository } from '../../data/line-items.repository.js';
import type { KnownLaunch } from './known-launch.js';
import { RefusedMessage } from './refused-message.js';

/** Opens the work behind a grade of the platform's gradebook (Submission Review 1.0 §3): for who teaches there, and for whose it is. */
@Injectable()
export class ReviewWork {
  constructor(
    private readonly lineItems: LineItemsRepository,
    private readonly contexts: ContextsRepository,
    private readonly identities: IdentitiesRepository,
    private readonly seats: TakeSeat,
    private readonly assessments: AssessmentRecord,
  ) {}

  /** In the caller's transaction; the path of a screen. What is not theirs and what is not there are refused alike. */
  async in(tx: Tx, { message, context, identity, isStaff }: KnownLaunch): Promise<string> {
    const { forSubject, gradeService } = message;
    const target = await this.lineItems.targetAt(tx, context.id, gradeService?.lineItemUrl ?? '');
    const offeringId = target && (await this.contexts.sectionFor(tx, context.id, target.microCredentialId));
    const isOwn = forSubject === identity.subject;
    const whose = forSubject === null ? null : await this.identities.find(tx, identity.registrationId, forSubject);
    const place = offeringId && whose && (await this.seats.held(tx, offeringId, whose.personId));
    if (!target || !offeringId || !place || !(isStaff || isOwn))
      throw new RefusedMessage({ code: 'target_unknown', claim: 'for_user' }, identity.registrationId);
    if (!isStaff) return learnerScreen(target, place.id);
    const attemptId = await this.assessments.latestAttempt(tx, place.id);
    return attemptId ? attemptScreen(offeringId, attemptId) : staffScreen(offeringId);
  }
}
