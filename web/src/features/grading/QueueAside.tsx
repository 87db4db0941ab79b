import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Loaded } from '../../ui/Loaded';
import { Progress } from '../../ui/Progress';
import styles from './grading.module.css';
import { queueQuery } from './queries';

interface Props {
  offeringId: string;
  attemptId: string;
  work: View<'OfferingWorkView'> | undefined;
  nameOf: (learnerName: string, attemptId: string) => string;
}

/** What else waits, longest first: its first page is enough to see what comes. */
export function QueueAside({ offeringId, attemptId, work, nameOf }: Props) {
  const messages = useMessages('grading');
  const query = useInfiniteQuery(queueQuery(offeringId, 'waiting'));
  const format = useFormat();
  const { person } = useSession();
  const holder = (lease: View<'LeaseView'> | null) => {
    if (!lease) return null;
    if (lease.assessorId === person.id) return messages.you;
    return work?.claims.find(({ assessorId }) => assessorId === lease.assessorId)?.name || messages.somebody;
  };
  return (
    <aside className={styles['queue']} aria-label={messages.room.queue}>
      <h2>{messages.room.queue}</h2>
      {work && (
        <Progress label={messages.graded} share={work.decided / Math.max(1, work.waiting + work.decided)}>
          {messages.gradedOf(work.decided, work.waiting + work.decided)}
        </Progress>
      )}
      <Loaded query={query}>
        {({ pages }) => {
          const items = pages[0]?.items ?? [];
          if (items.length === 0) return <p className={styles['quiet']}>{messages.queue.empty.waiting}</p>;
          return (
            <ol className={styles['queueList']}>
              {items.map(({ attemptId: id, learnerName, number, submittedAt, lease }) => (
                <li key={id}>
                  <Link
                    to="/grading/$offeringId/attempts/$attemptId"
                    params={{ offeringId, attemptId: id }}
                    aria-current={id === attemptId ? 'true' : undefined}
                  >
                    <span>{messages.room.title(nameOf(learnerName, id), number)}</span>
                    <span className={styles['quiet']}>
                      {[format.relative(submittedAt), holder(lease)].filter(Boolean).join(' · ')}
                    </span>
                  </Link>
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </aside>
  );
}
