import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import type { Score } from './queries';

/** Says points as the reader writes numbers, “7.5 of 10”, or what there is instead. */
export function usePoints() {
  const { gradebook } = useMessages('platforms');
  const format = useFormat();
  return (points: Score['score'], standing: Score['standing'] | null) => {
    if (points) return gradebook.points(format.number(points.given), format.number(points.maximum));
    return standing === null || standing === 'decided' ? gradebook.nothing : gradebook.standings[standing];
  };
}
