import type { View } from '../../../api/client';
import type { GridEntry } from '../../calendar/MonthGrid';

type Calendar = View<'OfferingCalendarView'>;
export type DatedOffering = Calendar['offerings'][number];
type DateKind = Calendar['dates'][number]['kind'];

/** Something that happens to an offering on a day. */
export interface OfferingEntry extends GridEntry {
  kind: DateKind;
  at: string;
  offering: DatedOffering;
}

/** The dates with the offerings that they are of; `titleOf` says in a few words what happens. */
export function entriesOf(
  { offerings, dates }: Pick<Calendar, 'offerings' | 'dates'>,
  titleOf: (kind: DateKind, title: string) => string,
): OfferingEntry[] {
  const known = new Map(offerings.map((offering) => [offering.id, offering]));
  return dates.flatMap(({ offeringId, kind, day, at }) => {
    const offering = known.get(offeringId);
    return offering ? [{ id: `${offeringId} ${kind}`, kind, day, at, title: titleOf(kind, offering.title), offering }] : [];
  });
}

/** Nobody gets a seat any more but by waiting for one. */
export function isFull({ seats, taken }: Pick<DatedOffering, 'seats' | 'taken'>): boolean {
  return seats !== null && taken >= seats;
}
