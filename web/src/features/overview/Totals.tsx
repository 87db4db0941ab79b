import { Link } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import styles from './overview.module.css';
import { countOf, GROUPS, type OverviewSearch, STANDING } from './searches';

interface Props {
  counts: View<'OverviewCountsView'>;
  search: OverviewSearch;
}

/** The numbers of all together, each the way to its people. */
export function Totals({ counts, search }: Props) {
  const texts = useMessages('overview');
  const format = useFormat();
  return (
    <ul className={styles['totals']}>
      {GROUPS.map((group) => (
        <li key={group}>
          <Link to="/overview/learners" search={{ ...search, group }} data-urgent={group === 'at-risk' && counts.atRisk > 0}>
            <span className={styles['number']}>{format.number(countOf(counts, group))}</span>
            <span>{texts.groups[group]}</span>
            <span className={styles['quiet']}>{STANDING.has(group) ? texts.now : texts.inTime}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
