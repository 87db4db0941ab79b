import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { ArrangeContextStaff, learnerScreen, staffScreen, TakeSeat } from '../../../enrollment/index.js';
import { ContextsRepository } from '../../data/contexts.repository.js';
import { unanswerable } from '../../domain/deep-linking.js';
import type { Target } from '../../domain/target.js';
import type { KnownLaunch } from './known-launch.js';
import { LearnColumn } from '../grades/learn-column.js';
import { LaunchTickets } from './launch-tickets.js';
import { RefusedMessage } from './refused-message.js';
import { ReviewWork } from './review-work.js';
import { SectionOffering } from './section-offering.js';

/** What is shown after a launch. */
export type Landing =
  /** A path of the web application. */
  | { to: 'screen'; path: string }
  /** Who teaches chooses what is shown: for new links, or for one that shows nothing yet. */
  | { to: 'picker'; ticket: string }
  /** Nobody has said yet what the link shows. */
  | { to: 'nothing' }
  /** There is no place for them. */
  | { to: 'no-place'; reason: string };

/** Brings who was let in to what their link shows: learners to their place, which they get when they come first; staff to what was handed in. */
@Injectable()
export class LandLaunch {
  constructor(
    private readonly contexts: ContextsRepository,
    private readonly sections: SectionOffering,
    private readonly takeSeat: TakeSeat,
    private readonly staff: ArrangeContextStaff,
    private readonly tickets: LaunchTickets,
    private readonly columns: LearnColumn,
    private readonly review: ReviewWork,
  ) {}

  /** In the caller's transaction. Throws `RefusedMessage` for a link to what is not there. */
  async in(tx: Tx, launch: KnownLaunch): Promise<Landing> {
    const { message, isStaff } = launch;
    if (message.kind === 'submission-review') return { to: 'screen', path: await this.review.in(tx, launch) };
    if (message.kind === 'deep-linking' && !isStaff)
      throw new RefusedMessage({ code: 'not_staff' }, launch.identity.registrationId);
    if (message.deepLinking && unanswerable(message.deepLinking))
      throw new RefusedMessage({ code: 'message_type_unsupported', claim: 'accept_types' }, launch.identity.registrationId);
    const target = launch.link?.target ?? null;
    const offeringId = target && (await this.sections.in(tx, launch.context, target.microCredentialId));
    await this.arrangeStaff(tx, launch);
    if (!target) return isStaff ? { to: 'picker', ticket: await this.tickets.issue(tx, launch) } : { to: 'nothing' };
    await this.learnColumn(tx, launch, target);
    if (!offeringId) throw new RefusedMessage({ code: 'target_unknown', claim: 'custom' }, launch.identity.registrationId);
    if (isStaff) return { to: 'screen', path: staffScreen(offeringId) };
    return this.seat(tx, launch, offeringId, target);
  }

  /** Where the platform keeps the grades of this link, if it says so. */
  private async learnColumn(tx: Tx, { link, context, message }: KnownLaunch, target: Target): Promise<void> {
    const url = message.gradeService?.lineItemUrl;
    if (!link || !url) return;
    const { id: contextId, institutionId } = context;
    await this.columns.in(tx, { institutionId, contextId, resourceLinkId: link.id, url, target });
  }

  private async arrangeStaff(tx: Tx, { context, identity, isStaff }: KnownLaunch): Promise<void> {
    const offerings = await this.contexts.offerings(tx, context.id);
    await this.staff.in(tx, context.institutionId, offerings, [identity.personId], isStaff);
  }

  private async seat(tx: Tx, { identity }: KnownLaunch, offeringId: string, target: Target): Promise<Landing> {
    const seat = await this.takeSeat.in(tx, offeringId, identity.personId);
    if ('refused' in seat) return { to: 'no-place', reason: seat.refused.key };
    return { to: 'screen', path: learnerScreen(target, seat.enrollment.id) };
  }
}
