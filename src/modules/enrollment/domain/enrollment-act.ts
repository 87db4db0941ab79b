import { type EnrollmentState, holdsSeat, moveEnrollment } from './enrollment-state.js';
import { freeSeats, type SeatCounts } from './seats.js';

export const ACT_KINDS = ['withdraw', 'extend', 'transfer', 'remind'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** `kept`: could not be undone. */
export const ACT_OUTCOMES = ['waiting', 'done', 'refused', 'undone', 'kept'] as const;
export type ActOutcome = (typeof ACT_OUTCOMES)[number];

/** Why a place is left as it is, or why what was done to it is not undone. */
export const ACT_REASONS = [
  'wrong_state',
  'own_place',
  'no_deadline',
  'not_later',
  'same_offering',
  'other_edition',
  'place_there',
  'work_waits',
  'switched_off',
  'changed_since',
  'other_place',
  'no_seat',
  'offering_over',
] as const;
export type ActReason = (typeof ACT_REASONS)[number];

/** Hours after the last row in which an act can be undone. */
export const UNDO_HOURS = 24;

/** More time that was promised is not taken back, and no letter comes back. */
const UNDOABLE: Readonly<Record<ActKind, boolean>> = { withdraw: true, extend: false, transfer: true, remind: false };

interface Place {
  state: EnrollmentState;
  personId: string;
}

/** What keeps an act from a place, as it stands; `null`: nothing that can be seen beforehand. The other kinds have rules of their own. */
export function refusalOfAct(kind: 'withdraw' | 'extend', { state, personId }: Place, actorId: string): ActReason | null {
  if (kind === 'withdraw') return moveEnrollment(state, 'withdrawn').allowed ? null : 'wrong_state';
  if (personId === actorId) return 'own_place';
  return state === 'active' ? null : 'wrong_state';
}

/** Reminded is who learns, and hears of reminders in Cairn or by mail. */
export function refusalOfReminder({ state, hears }: { state: EnrollmentState; hears: boolean }): ActReason | null {
  if (state !== 'active') return 'wrong_state';
  return hears ? null : 'switched_off';
}

export interface WithdrawnPlace {
  state: EnrollmentState;
  earlierState: EnrollmentState;
  /** The person has another place in the offering by now. */
  hasOtherPlace: boolean;
  offering: { seats: number | null; endsAt: Date | null; cancelledAt: Date | null };
}

/** Whether a withdrawn place is given back as it was. A seat that somebody else sits on by now stays theirs. */
export function refusalOfUndo(place: WithdrawnPlace, { taken }: SeatCounts, now: Date): ActReason | null {
  const { state, earlierState, hasOtherPlace, offering } = place;
  if (state !== 'withdrawn') return 'changed_since';
  if (hasOtherPlace) return 'other_place';
  if (offering.cancelledAt || (offering.endsAt && offering.endsAt <= now)) return 'offering_over';
  return holdsSeat(earlierState) && freeSeats(offering.seats, taken) === 0 ? 'no_seat' : null;
}

export interface ActTimes {
  kind: ActKind;
  confirmedAt: Date | null;
  finishedAt: Date | null;
  undoRequestedAt: Date | null;
  undoneAt: Date | null;
}

export const ACT_STATES = ['planned', 'running', 'finished', 'undoing', 'undone'] as const;
export type ActState = (typeof ACT_STATES)[number];

export function stateOfAct({ confirmedAt, finishedAt, undoRequestedAt, undoneAt }: ActTimes): ActState {
  if (undoneAt) return 'undone';
  if (undoRequestedAt) return 'undoing';
  if (finishedAt) return 'finished';
  return confirmedAt ? 'running' : 'planned';
}

/** Until when it can be undone; `null`: it cannot, or not yet, or not any more. */
export function undoableUntil(act: ActTimes, now: Date): Date | null {
  if (!UNDOABLE[act.kind] || !act.finishedAt || stateOfAct(act) !== 'finished') return null;
  const until = new Date(act.finishedAt.getTime() + UNDO_HOURS * 3_600_000);
  return until > now ? until : null;
}
