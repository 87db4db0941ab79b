import { useQuery } from '@tanstack/react-query';
import { Keyboard, PanelLeft } from 'lucide-react';
import { useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { Page } from '../../ui/Page';
import { AttemptWork } from './AttemptWork';
import { Correction } from './Correction';
import { EarlierAttempts } from './EarlierAttempts';
import { Grading } from './Grading';
import styles from './grading.module.css';
import { KeysDialog } from './KeysDialog';
import { useLearnerName } from './learner-name';
import { workQuery } from './queries';
import { QueueAside } from './QueueAside';
import { useShortcuts } from './use-shortcuts';

// Where there is room beside the work and the rubric.
const WIDE = '(min-width: 80rem)';

/** One attempt: the queue it came from, the work, and what is made of it. */
export function Room({ grading }: { grading: View<'GradingView'> }) {
  const { offeringId, attempt, learnerName, projectTitle, awaits } = grading;
  const messages = useMessages('grading');
  const learner = useLearnerName();
  const keys = useKept('grading.keys', true);
  const [queueIsOpen, setQueueIsOpen] = useState(() => matchMedia(WIDE).matches);
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const work = useQuery(workQuery).data?.items.find((one) => one.offeringId === offeringId);
  useShortcuts({ '?': () => setHelpIsOpen(true) }, keys.value);
  return (
    <Page
      width="full"
      title={messages.room.title(learner.name(learnerName, attempt.id), attempt.number)}
      crumbs={[
        { label: messages.title, to: '/grading' },
        {
          label: work ? messages.queue.title(work.title) : messages.room.queue,
          to: '/grading/$offeringId',
          params: { offeringId },
        },
      ]}
      lead={projectTitle}
      actions={
        <>
          <Button
            look="quiet"
            icon={<PanelLeft aria-hidden />}
            aria-expanded={queueIsOpen}
            onPress={() => setQueueIsOpen(!queueIsOpen)}
          >
            {queueIsOpen ? messages.room.hideQueue : messages.room.showQueue}
          </Button>
          <Button look="quiet" icon={<Keyboard aria-hidden />} onPress={() => setHelpIsOpen(true)}>
            {messages.keys.open}
          </Button>
        </>
      }
    >
      <div className={queueIsOpen ? `${styles['room']} ${styles['withQueue']}` : styles['room']}>
        {queueIsOpen && <QueueAside offeringId={offeringId} attemptId={attempt.id} work={work} nameOf={learner.name} />}
        <div className={styles['work']} role="region" aria-label={messages.room.work} tabIndex={0}>
          <AttemptWork grading={grading} />
          <EarlierAttempts grading={grading} />
        </div>
        <div className={styles['judging']}>
          {awaits === null ? (
            <Correction grading={grading} keysAreOn={keys.value} />
          ) : (
            <Grading grading={grading} work={work} learner={learner.name(learnerName, attempt.id)} keysAreOn={keys.value} />
          )}
        </div>
      </div>
      <KeysDialog isOpen={helpIsOpen} onClose={() => setHelpIsOpen(false)} areOn={keys.value} onChange={keys.set} />
    </Page>
  );
}
