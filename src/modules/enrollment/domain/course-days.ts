import { deadline, NO_ACCOMMODATION } from './deadlines.js';
import { addDays, endOfDay, localDay } from './local-day.js';
import { readDueRule, type StoredDueRule } from './stored-due-rule.js';

/** The dates of an offering that belongs to one course of an LMS, as who teaches there says them: days (`YYYY-MM-DD`) of one time zone. */
export interface CourseDays {
  /** The first one; `null`: it is open. */
  startsAt: string | null;
  /** The last one. */
  endsAt: string | null;
  /** The last one on which work is on time. */
  projectDue: string | null;
}

export interface CourseDates {
  startsAt: Date;
  endsAt: Date | null;
  projectDue: StoredDueRule | null;
}

/** What holds for every learner, so that it can be told elsewhere. */
export interface AnnouncedDates {
  opensAt: Date | null;
  endsAt: Date | null;
  dueAt: Date | null;
}

export const NO_DAYS: CourseDays = { startsAt: null, endsAt: null, projectDue: null };

const SECOND_MS = 1_000;

/** There is such a day, in a century that somebody may mean. */
export function isDay(text: string): boolean {
  return /^2[01]\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) && addDays(text, 0) === text;
}

export function courseDays({ startsAt, endsAt, projectDue }: CourseDates, timeZone: string, now: Date): CourseDays {
  return {
    startsAt: startsAt > now ? localDay(startsAt, timeZone) : null,
    // What is over at midnight was there until the day before.
    endsAt: endsAt && localDay(new Date(endsAt.getTime() - 1), timeZone),
    projectDue: projectDue?.type === 'fixed' ? localDay(new Date(projectDue.at), projectDue.timeZone ?? timeZone) : null,
  };
}

export function sameDays(one: CourseDays, other: CourseDays): boolean {
  return one.startsAt === other.startsAt && one.endsAt === other.endsAt && one.projectDue === other.projectDue;
}

/** What the dates become by these days. Where a day stays, its moment does, whoever set it and to whatever hour. */
export function datesOn(days: CourseDays, stood: CourseDates, timeZone: string, now: Date): CourseDates {
  const was = courseDays(stood, timeZone, now);
  return {
    startsAt: days.startsAt === was.startsAt ? stood.startsAt : opening(days.startsAt, stood.startsAt, timeZone, now),
    endsAt: days.endsAt === was.endsAt ? stood.endsAt : days.endsAt === null ? null : endOfDay(days.endsAt, timeZone),
    projectDue: days.projectDue === was.projectDue ? stood.projectDue : dueOn(days.projectDue, timeZone),
  };
}

/** A start that has been stays in history. */
function opening(day: string | null, stood: Date, timeZone: string, now: Date): Date {
  const at = day === null ? now : new Date(endOfDay(addDays(day, -1), timeZone).getTime() + SECOND_MS);
  if (at > now) return at;
  return stood < now ? stood : now;
}

function dueOn(day: string | null, timeZone: string): StoredDueRule | null {
  return day === null ? null : { type: 'fixed', at: endOfDay(day, timeZone).toISOString(), timeZone };
}

/** A start that is over says nothing any more, and what is due so many days after one's own start is due on no one day. */
export function announcedDates({ startsAt, endsAt, projectDue }: CourseDates, now: Date): AnnouncedDates {
  const rule = readDueRule(projectDue);
  return {
    opensAt: startsAt > now ? startsAt : null,
    endsAt,
    dueAt: rule?.type === 'fixed' ? (deadline(rule, now, NO_ACCOMMODATION, [])?.dueAt ?? null) : null,
  };
}
