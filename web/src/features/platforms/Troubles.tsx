import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import type { Platform } from './queries';

export function Troubles({ troubles: { scoresWaiting, scoresParked } }: Pick<Platform, 'troubles'>) {
  const { one } = useMessages('platforms');
  const isWell = scoresParked.length === 0;
  return (
    <Card title={one.troubles}>
      {isWell && <p>{one.noTroubles}</p>}
      {scoresParked.map(({ reason, count }) => (
        <Notice key={reason} tone="warn">
          {one.parked(count, reason)}
        </Notice>
      ))}
      {scoresWaiting > 0 && <p>{one.waiting(scoresWaiting)}</p>}
    </Card>
  );
}
