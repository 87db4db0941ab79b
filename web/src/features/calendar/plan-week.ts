/** What can be chosen for a day, in minutes. */
export const TIMES = [0, 15, 30, 45, 60, 90, 120, 180, 240, 360, 480];

export const NO_TIME: readonly number[] = [0, 0, 0, 0, 0, 0, 0];

/** The choices for a day; what was set elsewhere to another time is among them. */
export function choicesFor(minutes: number): number[] {
  return TIMES.includes(minutes) ? TIMES : [...TIMES, minutes].toSorted((a, b) => a - b);
}

export function ofWeek(minutes: readonly number[]): number {
  return minutes.reduce((sum, time) => sum + time, 0);
}

/** Weeks until `left` minutes are done; `null` without any time. What opens later may make it more. */
export function weeksFor(left: number, minutes: readonly number[]): number | null {
  const week = ofWeek(minutes);
  return week === 0 ? null : Math.max(1, Math.ceil(left / week));
}
