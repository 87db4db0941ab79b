import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import type { Column } from '../../../ui/Table';
import styles from '../records.module.css';
import type { Candidate } from './queries';

/** Who it is, what they had by the rules of then and have by those of now, and why. */
export function useCandidateColumns(): Column<Candidate>[] {
  const { qualified } = useMessages('awards');
  const { completions } = useMessages('records');
  const format = useFormat();
  const points = (of: { points: number; maxPoints: number } | null) =>
    of ? qualified.points(format.number(of.points), format.number(of.maxPoints)) : '–';
  return [
    { key: 'name', label: completions.person, cell: ({ personName }) => personName || completions.unknown },
    { key: 'edition', label: qualified.onEdition, cell: ({ editionNumber }) => format.number(editionNumber), isNumber: true },
    { key: 'before', label: qualified.before, cell: ({ grade }) => points(grade) },
    { key: 'now', label: qualified.now, cell: ({ byRule }) => points(byRule) },
    {
      key: 'why',
      label: qualified.why,
      cell: ({ reasons }) => (
        <ul className={styles['problems']}>
          {reasons.map(({ key, words }) => (
            <li key={`${key} ${words}`}>{qualified.reasons[key] ?? words}</li>
          ))}
        </ul>
      ),
    },
  ];
}
