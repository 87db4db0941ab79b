import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import type { View } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { LinkButton } from '../../../ui/LinkButton';
import { tellFact } from '../facts/facts-outbox';
import shared from '../learning.module.css';
import { journeyQuery } from '../queries';
import { type Steps, stepsAround } from './steps';
import { useStepKeys } from './use-step-keys';
import styles from './player.module.css';

interface StepsFooterProps {
  journey: View<'JourneyView'>;
  activity: View<'JourneyActivityView'>;
  steps: Steps;
  /** Whether its content is on the screen: nobody is done with what they have not seen. */
  isReady: boolean;
}

const TO = '/learning/$enrollmentId/activities/$activityId';

/** Back, on, and that one is done. */
export function StepsFooter({ journey, activity, steps: { previous, next, isLast }, isReady }: StepsFooterProps) {
  const { player } = useMessages('learning');
  const { enrollmentId, can, project } = journey;
  useStepKeys(enrollmentId, previous?.id, next?.id);
  const finish = useFinish(enrollmentId, activity.id);
  const isOpen = activity.state === 'open' || activity.state === 'begun';
  const words = { page: player.doneNext, video: player.watched, file: player.read, quiz: '' }[activity.kind];
  const isToFinish = can.learn && isReady && isOpen && activity.kind !== 'quiz';
  const look = isToFinish || activity.state !== 'completed' ? 'plain' : 'primary';
  return (
    <footer className={styles['footer']}>
      <div className={styles['steps']}>
        {previous ? (
          <LinkButton to={TO} params={{ enrollmentId, activityId: previous.id }} icon={<ArrowLeft aria-hidden />}>
            {player.previous(previous.title)}
          </LinkButton>
        ) : (
          <LinkButton to="/learning/$enrollmentId" params={{ enrollmentId }}>
            {player.overview}
          </LinkButton>
        )}
        {isToFinish ? (
          <Button look="primary" icon={<Check aria-hidden />} isPending={finish.isPending} onPress={() => finish.mutate()}>
            {words}
          </Button>
        ) : next ? (
          <LinkButton look={look} to={TO} params={{ enrollmentId, activityId: next.id }} icon={<ArrowRight aria-hidden />}>
            {player.next(next.title)}
          </LinkButton>
        ) : isLast && project.state !== 'locked' ? (
          <LinkButton
            look={look}
            to="/learning/$enrollmentId/project"
            params={{ enrollmentId }}
            icon={<ArrowRight aria-hidden />}
          >
            {player.toProject}
          </LinkButton>
        ) : (
          <LinkButton look={look} to="/learning/$enrollmentId" params={{ enrollmentId }}>
            {player.overview}
          </LinkButton>
        )}
      </div>
      <p className={shared['keys']}>{player.keys}</p>
    </footer>
  );
}

/** Tells that the activity is completed, and goes on to what is open then. */
function useFinish(enrollmentId: string, activityId: string) {
  const { player } = useMessages('learning');
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => tellFact(enrollmentId, { activityId, kind: 'completed' }, player.notCounted),
    onSuccess: async () => {
      const fresh = queryClient.getQueryData(journeyQuery(enrollmentId).queryKey);
      const steps = fresh && stepsAround(fresh, activityId);
      if (steps?.next) return navigate({ to: TO, params: { enrollmentId, activityId: steps.next.id } });
      const isSummit = steps?.isLast && fresh?.project.state === 'open';
      return navigate({ to: isSummit ? '/learning/$enrollmentId/project' : '/learning/$enrollmentId', params: { enrollmentId } });
    },
  });
}
