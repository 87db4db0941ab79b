import type { View } from '../../../api/client';
import type { Messages } from '../../../i18n';

export type Station = View<'StationView'>;

/** Activities and the end are always shown, what is out of the ordinary only where somebody is. */
export function shownStations(stations: readonly Station[]): Station[] {
  return stations.filter(({ kind, learners }) => learners > 0 || (kind !== 'waiting' && kind !== 'elsewhere'));
}

/** Where more stand than anywhere else, on an activity or at the project, and at least three: there it may be hard. */
export function most(stations: readonly Station[]): Station | null {
  const [first, second] = stations
    .filter(({ kind }) => kind === 'activity' || kind === 'project')
    .toSorted((a, b) => b.learners - a.learners);
  return first && first.learners >= 3 && first.learners > (second?.learners ?? 0) ? first : null;
}

export function stationName({ kind, title }: Station, { kinds }: Messages['studio']['learners']): string {
  return kind === 'activity' ? title : kinds[kind](title);
}
