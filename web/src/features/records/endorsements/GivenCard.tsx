import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { ExternalLinkButton } from '../../../ui/LinkButton';
import { Chip, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { Question } from '../../../ui/Question';
import { tell } from '../../../ui/toast';
import styles from '../records.module.css';
import type { Given } from './queries';
import { lastDay } from './last-day';
import { Subject } from './Subject';

const TONES: Record<Given['state'], Tone> = { signing: 'plain', given: 'good', withdrawn: 'bad' };

/** What was vouched for in the institution's name, and the way to take it back. */
export function GivenCard({ endorsement }: { endorsement: Given }) {
  const { endorsements } = useMessages('awards');
  const format = useFormat();
  const queries = useQueryClient();
  const [asks, setAsks] = useState(false);
  const { id, url, subject, comment, state, givenAt, validUntil } = endorsement;
  const withdraw = useMutation({
    mutationFn: () =>
      sendOnce(`endorsements.${id}.withdrawal`, (header) =>
        read(api.POST('/api/v1/endorsements/{id}/withdrawal', { params: { path: { id }, header } })),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['records', 'endorsements'] });
      setAsks(false);
      tell(endorsements.withdrawn);
    },
  });
  return (
    <Card title={<Subject subject={subject} />} actions={<Chip tone={TONES[state]}>{endorsements.givenStates[state]}</Chip>}>
      <p className={styles['plain']}>{comment}</p>
      <p className={styles['quiet']}>
        {endorsements.givenAt(format.date(givenAt))} · {endorsements.until(format.date(lastDay(validUntil)))}
      </p>
      {state !== 'withdrawn' && (
        <Actions>
          {state === 'given' && (
            <>
              <ExternalLinkButton href={url} target="_blank" rel="noopener">
                {endorsements.open}
              </ExternalLinkButton>
              <Button onPress={() => void navigator.clipboard.writeText(url).then(() => tell(endorsements.copied))}>
                {endorsements.copy}
              </Button>
            </>
          )}
          <Button look="danger" onPress={() => setAsks(true)}>
            {endorsements.withdraw}
          </Button>
        </Actions>
      )}
      <Question
        title={endorsements.withdrawTitle}
        isOpen={asks}
        onClose={() => setAsks(false)}
        yes={endorsements.withdrawYes}
        act={withdraw}
        look="danger"
      >
        {endorsements.withdrawMeans}
      </Question>
    </Card>
  );
}
