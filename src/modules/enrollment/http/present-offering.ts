import type { Actor } from '../../../platform/http/access.js';
import type { Offering } from '../data/offering.entity.js';
import { mayManageOfferings } from '../policy.js';
import type { OfferingView } from './offering.dto.js';

export function presentOffering(offering: Offering, actor: Actor): OfferingView {
  const { id, editionId, title, seats, waitlist, openEnrollment, priceLabel, latePolicy, version } = offering;
  const manage = mayManageOfferings(actor);
  return {
    id,
    editionId,
    title,
    startsAt: offering.startsAt.toISOString(),
    endsAt: offering.endsAt?.toISOString() ?? null,
    enrollFrom: offering.enrollFrom.toISOString(),
    enrollUntil: offering.enrollUntil?.toISOString() ?? null,
    seats,
    waitlist,
    openEnrollment,
    priceLabel,
    projectDue: offering.projectDue,
    latePolicy,
    cancelledAt: offering.cancelledAt?.toISOString() ?? null,
    version,
    can: { enroll: !offering.cancelledAt && (manage || openEnrollment), manage },
  };
}
