import type { Accommodation } from '../data/accommodation.entity.js';
import type { AccommodationView } from './enrollment.dto.js';

export function presentAccommodation({
  id,
  personId,
  timeFactor,
  extraDays,
  reason,
  grantedAt,
}: Accommodation): AccommodationView {
  return { id, personId, timeFactor, extraDays, reason, grantedAt: grantedAt.toISOString() };
}
