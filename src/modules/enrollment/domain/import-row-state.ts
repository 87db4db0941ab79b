/** `seat` and `waitlist` are foreseen; `working` is confirmed and still to be done. */
export const IMPORT_ROW_STATES = ['bad', 'already', 'seat', 'waitlist', 'working', 'enrolled', 'waitlisted', 'refused'] as const;
export type ImportRowState = (typeof IMPORT_ROW_STATES)[number];
