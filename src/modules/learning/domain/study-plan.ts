import { addDays } from '../../enrollment/domain/local-day.js';

/** The time that a learner sets aside. */
export interface StudyPlan {
  /** Of each day of the week, Monday first; 0: none. */
  minutes: number[];
  /** `YYYY-MM-DD`, in the learner's time zone. */
  startsOn: string;
  version: number;
  updatedAt: Date;
}

/** Something that is still to do. */
export interface WorkItem {
  /** Of the activity; `null`: the project. */
  activityId: string | null;
  courseId: string | null;
  title: string;
  /** What is left of it; more than 0. */
  minutes: number;
  /** It cannot be begun before this day. */
  notBefore: string | null;
}

export interface SessionPart {
  item: WorkItem;
  minutes: number;
  /** The item is finished with it. */
  finishes: boolean;
}

export interface StudySession {
  /** `YYYY-MM-DD`. */
  day: string;
  minutes: number;
  parts: SessionPart[];
}

const DAYS = 7;

/**
 * Spreads what is left over the days that a learner has, from `today` on: in the given order, each item whole or in pieces, never before
 * the day on which it opens, and nothing after it before it. Planned anew from what is left whenever it is looked at, it moves by itself
 * when somebody falls behind or gets ahead. `spentToday`: minutes that were done today already. Nothing where no day of the week has time.
 */
export function studySessions(
  items: readonly WorkItem[],
  { minutes, startsOn }: Pick<StudyPlan, 'minutes' | 'startsOn'>,
  today: string,
  spentToday = 0,
): StudySession[] {
  if (!minutes.some((time) => time > 0)) return [];
  const sessions: StudySession[] = [];
  const waiting = items.map((item) => ({ item, left: item.minutes }));
  let day = later(startsOn, today);
  while (waiting[0]) {
    const session: StudySession = { day, minutes: 0, parts: [] };
    let time = Math.max(0, (minutes[weekday(day)] ?? 0) - (day === today ? spentToday : 0));
    for (let next = waiting[0]; next && time > 0 && isOpen(next.item, day); next = waiting[0]) {
      const taken = Math.min(next.left, time);
      next.left -= taken;
      time -= taken;
      session.minutes += taken;
      session.parts.push({ item: next.item, minutes: taken, finishes: next.left === 0 });
      if (next.left === 0) waiting.shift();
    }
    if (session.parts.length > 0) sessions.push(session);
    const { notBefore } = waiting[0]?.item ?? { notBefore: null };
    // Over a long wait at one go.
    day = later(addDays(day, 1), notBefore ?? day);
  }
  return sessions;
}

/** 0 is Monday. */
export function weekday(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + DAYS - 1) % DAYS;
}

function isOpen({ notBefore }: WorkItem, day: string): boolean {
  return notBefore === null || notBefore <= day;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
