import type { AdmissionRefusal } from './seats.js';

/** Why a row of a confirmed file led to no place; what was true when the file was read may have changed since. Kept by these keys. */
export const ROW_REFUSALS = {
  email_unusable: 'The address cannot be used.',
  name_unusable: 'The name cannot be used.',
  member_suspended: 'The member is suspended.',
  cannot_be_added: 'The person cannot be added.',
  offering_cancelled: 'The offering was cancelled.',
  enrollment_not_open_yet: 'Enrolment is not open yet.',
  enrollment_closed: 'Enrolment is closed.',
  offering_ended: 'The offering has ended.',
  no_seats_left: 'All seats are taken.',
  waitlist_full: 'The waiting list is full.',
} as const satisfies Record<AdmissionRefusal['key'], string> & Record<string, string>;

export type RowRefusal = keyof typeof ROW_REFUSALS;

export function isRowRefusal(reason: string): reason is RowRefusal {
  return Object.hasOwn(ROW_REFUSALS, reason);
}
