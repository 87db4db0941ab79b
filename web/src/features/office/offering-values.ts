import type { View } from '../../api/client';
import type { Offering } from './queries';

/** What the form holds: as it is typed, times in the zone of the device. */
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

/** A run that can be studied from today on, and enrolled in as long as it lasts. */
export function newOfferingValues(now: Date): OfferingValues {
  const today = localText(new Date(now.getFullYear(), now.getMonth(), now.getDate()).toISOString());
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

export function valuesOf(offering: Offering): OfferingValues {
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
    startsAt: localText(offering.startsAt),
    endsAt: localText(offering.endsAt),
    enrollFrom: localText(offering.enrollFrom),
    enrollUntil: localText(offering.enrollUntil),
    due: projectDue === null ? 'none' : projectDue.type === 'fixed' ? 'fixed' : 'after',
    dueDays: projectDue?.days ?? A_MONTH_DAYS,
    dueDate: projectDue?.at ? localText(projectDue.at).slice(0, 10) : '',
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

/** What a new offering and a changed one have in common. */
export function changeOf(values: OfferingValues): View<'ChangeOfferingDto'> {
  return {
    title: values.title.trim(),
    startsAt: instant(values.startsAt) ?? '',
    endsAt: instant(values.endsAt),
    enrollFrom: instant(values.enrollFrom) ?? '',
    enrollUntil: instant(values.enrollUntil),
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
  const { title = '', startsAt = '', enrollFrom = '', priceLabel = '', latePolicy, ...rest } = changeOf(values);
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
  // Any moment of the day names it; noon is the same day in the device's zone and in the named one.
  if (due === 'fixed') return { type: 'fixed', at: instant(`${dueDate}T12:00`) ?? '', timeZone };
  return null;
}

/** As `<input type="datetime-local">` has it. */
export function localText(iso: string | null): string {
  if (iso === null) return '';
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function instant(local: string): string | null {
  return local === '' ? null : new Date(local).toISOString();
}
