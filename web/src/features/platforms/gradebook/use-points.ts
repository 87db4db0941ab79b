import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import type { Score } from './queries';

/** Says points as the reader writes numbers: “7.5 of 10”. */
export function usePoints() {
  const { gradebook } = useMessages('platforms');
  const format = useFormat();
  return ({ given, maximum }: Score['score']) => gradebook.points(format.number(given), format.number(maximum));
}
