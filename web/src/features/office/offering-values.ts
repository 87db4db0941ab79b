import type { View } from '../../api/client';
import { localTime, momentOf } from '../../i18n/local-time';
import type { Offering } from './queries';

/** What the form holds: as it is typed, times in the zone in which its reader is shown moments. */
export interface OfferingValues {
  editionId: string;
  title: string;
  startsAt: string;
  endsAt: string;
  enrollFrom: string;
  enrollUntil: string;
  seats: number | null;
  waitlist: boolean;
  openEnrollment: boolean;
  priceLabel: string;
  due: 'none' | 'after' | 'fixed';
  dueDays: number | null;
  dueDate: string;
  graceMinutes: number | null;
  penaltyPercentPerDay: number | null;
  floorPercent: number | null;
  cutoffDays: number | null;
}

const A_MONTH_DAYS = 30;
const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** A run that can be studied from today on, and enrolled in as long as it lasts. */
export function newOfferingValues(now: Date, timeZone: string): OfferingValues {
  const today = `${localTime(now.toISOString(), timeZone).slice(0, DAY_LENGTH)}T00:00`;
  return {
    editionId: '',
    title: '',
    startsAt: today,
    endsAt: '',
    enrollFrom: today,
    enrollUntil: '',
    seats: null,
    waitlist: true,
    openEnrollment: true,
    priceLabel: '',
    due: 'none',
    dueDays: A_MONTH_DAYS,
    dueDate: '',
    graceMinutes: 0,
    penaltyPercentPerDay: 0,
    floorPercent: 0,
    cutoffDays: null,
  };
}

export function valuesOf(offering: Offering, timeZone: string): OfferingValues {
  const { editionId, title, seats, waitlist, openEnrollment, priceLabel, projectDue, latePolicy } = offering;
  const { graceMinutes, penaltyPercentPerDay, floorPercent, cutoffDays } = latePolicy;
  return {
    editionId,
    title,
    seats,
    waitlist,
    openEnrollment,
    priceLabel,
    graceMinutes,
    penaltyPercentPerDay,
    floorPercent,
    cutoffDays,
    startsAt: localTime(offering.startsAt, timeZone),
    endsAt: localTime(offering.endsAt, timeZone),
    enrollFrom: localTime(offering.enrollFrom, timeZone),
    enrollUntil: localTime(offering.enrollUntil, timeZone),
    due: projectDue === null ? 'none' : projectDue.type === 'fixed' ? 'fixed' : 'after',
    dueDays: projectDue?.days ?? A_MONTH_DAYS,
    dueDate: projectDue?.at ? localTime(projectDue.at, projectDue.timeZone ?? timeZone).slice(0, DAY_LENGTH) : '',
  };
}

/** What is still missing or contradicts itself, by field; the server checks the rest. */
export function faultsOf(values: OfferingValues): Partial<Record<keyof OfferingValues, 'missing' | 'endsFirst'>> {
  return {
    ...(values.editionId === '' ? { editionId: 'missing' } : {}),
    ...(values.title.trim() === '' ? { title: 'missing' } : {}),
    ...(values.startsAt === '' ? { startsAt: 'missing' } : {}),
    ...(values.enrollFrom === '' ? { enrollFrom: 'missing' } : {}),
    ...(values.endsAt !== '' && values.endsAt <= values.startsAt ? { endsAt: 'endsFirst' } : {}),
    ...(values.enrollUntil !== '' && values.enrollUntil <= values.enrollFrom ? { enrollUntil: 'endsFirst' } : {}),
    ...(values.due === 'fixed' && values.dueDate === '' ? { dueDate: 'missing' } : {}),
    ...(values.due === 'after' && values.dueDays === null ? { dueDays: 'missing' } : {}),
  };
}

type Moments = Pick<Offering, 'startsAt' | 'endsAt' | 'enrollFrom' | 'enrollUntil'>;

/** What a new offering and a changed one have in common. */
export function changeOf(values: OfferingValues, timeZone: string, standing?: Moments): View<'ChangeOfferingDto'> {
  // A field shows neither seconds nor which of two equal hours: what was not touched stays the very moment that it is.
  const moment = (key: keyof Moments) => {
    const stands = standing?.[key] ?? null;
    return values[key] === localTime(stands, timeZone) ? stands : momentOf(values[key], timeZone);
  };
  return {
    title: values.title.trim(),
    startsAt: moment('startsAt') ?? '',
    endsAt: moment('endsAt'),
    enrollFrom: moment('enrollFrom') ?? '',
    enrollUntil: moment('enrollUntil'),
    seats: values.seats,
    waitlist: values.waitlist,
    openEnrollment: values.openEnrollment,
    priceLabel: values.priceLabel.trim(),
    latePolicy: {
      graceMinutes: values.graceMinutes ?? 0,
      penaltyPercentPerDay: values.penaltyPercentPerDay ?? 0,
      floorPercent: values.floorPercent ?? 0,
      cutoffDays: values.cutoffDays,
    },
  };
}

export function creationOf(values: OfferingValues, timeZone: string): View<'CreateOfferingDto'> {
  const { title = '', startsAt = '', enrollFrom = '', priceLabel = '', latePolicy, ...rest } = changeOf(values, timeZone);
  if (!latePolicy) throw new Error('A new offering has a rule for late work');
  return {
    ...rest,
    title,
    startsAt,
    enrollFrom,
    priceLabel,
    latePolicy,
    endsAt: rest.endsAt ?? null,
    enrollUntil: rest.enrollUntil ?? null,
    seats: rest.seats ?? null,
    waitlist: values.waitlist,
    openEnrollment: values.openEnrollment,
    editionId: values.editionId,
    projectDue: dueRule(values, timeZone),
  };
}

function dueRule({ due, dueDays, dueDate }: OfferingValues, timeZone: string): View<'CreateOfferingDto'>['projectDue'] {
  if (due === 'after') return { type: 'days-after-start', days: dueDays ?? A_MONTH_DAYS, timeZone };
  // Any moment of the day names it.
  if (due === 'fixed') return { type: 'fixed', at: momentOf(`${dueDate}T12:00`, timeZone) ?? '', timeZone };
  return null;
}
