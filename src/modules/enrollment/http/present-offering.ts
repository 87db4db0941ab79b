import type { Actor } from '../../../platform/http/access.js';
import type { Offering } from '../data/offering.entity.js';
import { admit } from '../domain/seats.js';
import { mayEnroll, mayManageOfferings } from '../policy.js';
import { admissionOf } from '../use-cases/admission-of.js';
import type { OfferingView } from './offering.dto.js';

export function presentOffering(offering: Offering, actor: Actor, now: Date): OfferingView {
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
    can: { enroll: mayEnroll(actor, offering) && takesMore(actor, offering, now), manage },
  };
}

/** By its dates and rules alone: who comes last may still find all seats taken. */
function takesMore(actor: Actor, offering: Offering, now: Date): boolean {
  const nobodyYet = { taken: 0, waiting: 0 };
  return (
    !offering.cancelledAt &&
    admit(admissionOf({ isOffice: mayManageOfferings(actor) }, offering), nobodyYet, now).outcome !== 'refused'
  );
}
