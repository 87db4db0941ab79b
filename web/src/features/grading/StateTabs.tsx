import { Link } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import tabs from '../../ui/Tabs.module.css';
import type { QueueState } from './queries';

/** The two halves of an offering's work; which one is shown stands in the address. */
export function StateTabs({ offeringId, state }: { offeringId: string; state: QueueState }) {
  const { queue } = useMessages('grading');
  return (
    <nav aria-label={queue.parts} className={tabs['tabs']}>
      {(['waiting', 'decided'] as const).map((one) => (
        <Link
          key={one}
          to="/grading/$offeringId"
          params={{ offeringId }}
          search={one === 'decided' ? { state: one } : {}}
          activeProps={{}}
          aria-current={one === state ? 'page' : undefined}
        >
          {queue[one]}
        </Link>
      ))}
    </nav>
  );
}
