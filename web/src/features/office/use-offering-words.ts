import { useMessages } from '../../i18n';
import { useFormat, useTimeZone } from '../../i18n/format';
import { momentOf } from '../../i18n/local-time';
import type { Described } from '../../ui/differences';
import type { OfferingValues } from './offering-values';

/** What the form of an offering says, in words. */
export function useOfferingWords(): (values: OfferingValues) => Described {
  const { form, offerings } = useMessages('office');
  const { yes, no } = useMessages('common');
  const format = useFormat();
  const timeZone = useTimeZone();
  const when = (local: string) => {
    const iso = momentOf(local, timeZone);
    return iso === null ? '' : format.dateTime(iso);
  };
  const number = (value: number | null) => (value === null ? '' : format.number(value));
  return (values) => [
    [form.title, values.title],
    [form.startsAt, when(values.startsAt)],
    [form.endsAt, when(values.endsAt)],
    [form.enrollFrom, when(values.enrollFrom)],
    [form.enrollUntil, when(values.enrollUntil)],
    [form.openEnrollment, values.openEnrollment ? yes : no],
    [form.seats, offerings.seats(values.seats)],
    [form.waitlist, values.waitlist ? yes : no],
    [form.priceLabel, values.priceLabel],
    [form.graceMinutes, number(values.graceMinutes)],
    [form.penaltyPercentPerDay, number(values.penaltyPercentPerDay)],
    [form.floorPercent, number(values.floorPercent)],
    [form.cutoffDays, number(values.cutoffDays)],
  ];
}
