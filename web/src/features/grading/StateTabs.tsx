import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import tabs from '../../ui/Tabs.module.css';

/** The two halves of an offering's work; which one is shown stands in the address. */
export function StateTabs({ offeringId }: { offeringId: string }) {
  const { queue } = useMessages('grading');
  return (
    <nav aria-label={queue.parts} className={tabs['tabs']}>
      {(['waiting', 'decided'] as const).map((one) => (
        <Link
          key={one}
          to="/grading/$offeringId"
          params={{ offeringId }}
          search={one === 'decided' ? { state: one } : {}}
          activeOptions={{ exact: true }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {queue[one]}
        </Link>
      ))}
    </nav>
  );
}
