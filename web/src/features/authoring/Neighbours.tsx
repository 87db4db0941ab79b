import { ArrowLeft, ArrowRight } from 'lucide-react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { LinkButton } from '../../ui/LinkButton';
import styles from './authoring.module.css';

interface NeighboursProps {
  microCredentialId: string;
  activityId: string;
  activities: readonly View<'ActivitySummaryView'>[];
}

/** The activities before and behind this one in its course. */
export function Neighbours({ microCredentialId, activityId, activities }: NeighboursProps) {
  const { neighbours } = useMessages('authoring');
  const index = activities.findIndex(({ id }) => id === activityId);
  const [before, after] = [activities[index - 1], activities[index + 1]];
  const to = '/studio/$microCredentialId/activities/$activityId';
  return (
    <nav aria-label={neighbours.label} className={styles['neighbours']}>
      {before && (
        <LinkButton to={to} params={{ microCredentialId, activityId: before.id }} icon={<ArrowLeft aria-hidden />}>
          {neighbours.before(before.title)}
        </LinkButton>
      )}
      {after && (
        <LinkButton to={to} params={{ microCredentialId, activityId: after.id }} icon={<ArrowRight aria-hidden />}>
          {neighbours.after(after.title)}
        </LinkButton>
      )}
    </nav>
  );
}
