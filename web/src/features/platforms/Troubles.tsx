import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import type { Platform } from './queries';

export function Troubles({ troubles: { rosters, scoresWaiting, scoresParked } }: Pick<Platform, 'troubles'>) {
  const { one } = useMessages('platforms');
  const isWell = rosters.length === 0 && scoresParked.length === 0;
  return (
    <Card title={one.troubles}>
      {isWell && <p>{one.noTroubles}</p>}
      {rosters.map(({ contextId, title, problem }) => (
        <Notice key={contextId} tone="warn">
          {one.roster(title, problem)}
        </Notice>
      ))}
      {scoresParked.map(({ reason, count }) => (
        <Notice key={reason} tone="warn">
          {one.parked(count, reason)}
        </Notice>
      ))}
      {scoresWaiting > 0 && <p>{one.waiting(scoresWaiting)}</p>}
    </Card>
  );
}
