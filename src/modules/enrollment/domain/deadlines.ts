import { addDays, endOfDay, localDay } from './local-day.js';

/** When something is due. `timeZone` (IANA): the end of that day there; `null`: to the second. */
export type DueRule =
  | { type: 'fixed'; at: Date; timeZone: string | null }
  | { type: 'days-after-start'; days: number; timeZone: string | null };

/** What a learner is granted once and for all. */
export interface Accommodation {
  /** Whole days that every deadline moves. */
  extraDays: number;
  /** 1.5: half as much time again, where time counts from the learner's own start. Never less than 1. */
  timeFactor: number;
}

export const NO_ACCOMMODATION: Accommodation = { extraDays: 0, timeFactor: 1 };

/** One granted extension; the reason and who granted it are kept beside it. */
export interface Extension {
  dueAt: Date;
  grantedAt: Date;
}

export interface Deadline {
  dueAt: Date;
  /** By the offering's rule alone. */
  byRule: Date;
  /** With the standing accommodation, before extensions. */
  accommodated: Date;
}

const DAY = 24 * 60 * 60 * 1000;

/**
 * When a learner's work is due. The extension granted last counts, so that a mistake in one can be put right by another,
 * but none ever makes the work due earlier than it would be without. `null`: the offering sets no deadline.
 */
export function deadline(
  rule: DueRule | null,
  startedAt: Date,
  accommodation: Accommodation,
  extensions: readonly Extension[],
): Deadline | null {
  if (rule === null) return null;
  const byRule = dueBy(rule, startedAt, NO_ACCOMMODATION);
  const accommodated = dueBy(rule, startedAt, accommodation);
  const extended = lastGranted(extensions)?.dueAt ?? accommodated;
  return { byRule, accommodated, dueAt: extended > accommodated ? extended : accommodated };
}

/** A fixed day is the same for everybody and moves only by the extra days; a span from the learner's start is stretched first. */
function dueBy(rule: DueRule, startedAt: Date, { extraDays, timeFactor }: Accommodation): Date {
  const from = rule.type === 'fixed' ? rule.at : startedAt;
  const span = rule.type === 'fixed' ? 0 : rule.days * Math.max(1, timeFactor);
  const extra = Math.max(0, extraDays);
  if (rule.timeZone === null) return new Date(from.getTime() + (span + extra) * DAY);
  // Half a day more is worth the whole day when days end at midnight. The slack undoes products such as 10 × 1.1 = 11.000000000000002.
  const days = Math.ceil(span - 1e-9) + extra;
  return endOfDay(addDays(localDay(from, rule.timeZone), days), rule.timeZone);
}

function lastGranted(extensions: readonly Extension[]): Extension | null {
  const [last] = extensions.toSorted(
    (a, b) => b.grantedAt.getTime() - a.grantedAt.getTime() || b.dueAt.getTime() - a.dueAt.getTime(),
  );
  return last ?? null;
}
