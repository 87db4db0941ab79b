import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Chip, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Question } from '../../../ui/Question';
import { tell } from '../../../ui/toast';
import styles from '../records.module.css';
import { lastDay } from './last-day';
import type { Received } from './queries';
import { Subject } from './Subject';

const TONES: Record<Received['state'], Tone> = { undecided: 'warn', accepted: 'good', rejected: 'plain' };

/** What somebody else says of us, and whether the public is shown it. */
export function ReceivedCard({ endorsement }: { endorsement: Received }) {
  const { endorsements } = useMessages('awards');
  const format = useFormat();
  const [asks, setAsks] = useState(false);
  const accept = useDecision(endorsement.id, 'acceptance');
  const reject = useDecision(endorsement.id, 'rejection', () => setAsks(false));
  const { state, endorserName, comment, subject, receivedAt, validUntil } = endorsement;
  return (
    <Card title={endorserName} actions={<Chip tone={TONES[state]}>{endorsements.states[state]}</Chip>}>
      <p className={styles['plain']}>{comment}</p>
      <p className={styles['quiet']}>
        {endorsements.about} <Subject subject={subject} />
        {` · ${endorsements.receivedAt(format.date(receivedAt))}`}
        {validUntil && ` · ${endorsements.until(format.date(lastDay(validUntil)))}`}
      </p>
      {accept.error && <ProblemNotice problem={accept.error} />}
      <Actions>
        {state !== 'accepted' && (
          <Button look="primary" isPending={accept.isPending} onPress={() => accept.mutate()}>
            {endorsements.accept}
          </Button>
        )}
        {state !== 'rejected' && (
          <Button onPress={() => setAsks(true)}>{state === 'accepted' ? endorsements.takeAway : endorsements.reject}</Button>
        )}
      </Actions>
      <Question
        title={endorsements.rejectTitle(endorserName)}
        isOpen={asks}
        onClose={() => setAsks(false)}
        yes={state === 'accepted' ? endorsements.takeAwayYes : endorsements.rejectYes}
        act={reject}
      >
        {endorsements.rejectMeans}
      </Question>
    </Card>
  );
}

function useDecision(id: string, decision: 'acceptance' | 'rejection', onDone?: () => void) {
  const { endorsements } = useMessages('awards');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      sendOnce(`endorsements.${id}.${decision}`, (header) => {
        const params = { path: { id }, header };
        return decision === 'acceptance'
          ? read(api.POST('/api/v1/received-endorsements/{id}/acceptance', { params }))
          : read(api.POST('/api/v1/received-endorsements/{id}/rejection', { params }));
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['records', 'endorsements'] });
      onDone?.();
      tell(decision === 'acceptance' ? endorsements.accepted : endorsements.rejected);
    },
  });
}
