import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { View } from '../../api/client';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Actions } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Chip } from '../../ui/Notice';
import { Card, EmptyState, Page } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Progress } from '../../ui/Progress';
import styles from './grading.module.css';
import { workQuery } from './queries';
import { useTakeNext } from './use-take-next';

export const gradingRoute = createLazyRoute('/grading')({ component: GradingScreen });

function GradingScreen() {
  const messages = useMessages('grading');
  const query = useQuery(workQuery);
  return (
    <Page title={messages.title} lead={messages.lead}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={messages.nothingAssigned}>{messages.nothingAssignedHelp}</EmptyState>
          ) : (
            <div className={styles['offerings']}>
              {items.map((work) => (
                <OfferingWork key={work.offeringId} work={work} />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function OfferingWork({ work }: { work: View<'OfferingWorkView'> }) {
  const { offeringId, title, waiting, decided, oldestAt } = work;
  const messages = useMessages('grading');
  const format = useFormat();
  const next = useTakeNext(offeringId);
  const all = waiting + decided;
  return (
    <Card title={title}>
      {next.error ? <ProblemNotice problem={next.error} /> : null}
      {all > 0 && (
        <Progress label={messages.graded} share={decided / all}>
          {messages.gradedOf(decided, all)}
        </Progress>
      )}
      {waiting > 0 ? (
        <p>
          <strong>{messages.waiting(waiting)}</strong>
          {oldestAt && `, ${messages.oldest(format.relative(oldestAt))}`}
        </p>
      ) : (
        <p className={styles['quiet']}>{all > 0 ? messages.allDone : messages.queue.empty.waiting}</p>
      )}
      <Claims work={work} />
      <Actions>
        {waiting > 0 && (
          <Button look="primary" isPending={next.isPending} onPress={() => next.mutate()}>
            {messages.takeNext}
          </Button>
        )}
        <LinkButton to="/grading/$offeringId" params={{ offeringId }} search={{}} look={waiting > 0 ? 'plain' : 'quiet'}>
          {messages.openQueue}
        </LinkButton>
      </Actions>
    </Card>
  );
}

function Claims({ work: { claims } }: { work: View<'OfferingWorkView'> }) {
  const messages = useMessages('grading');
  const { person } = useSession();
  if (claims.length === 0) return null;
  return (
    <p className={styles['chips']}>
      <span className={styles['quiet']}>{messages.claims}</span>
      {claims.map(({ assessorId, name, attempts }) => (
        <Chip key={assessorId} tone={assessorId === person.id ? 'good' : 'plain'}>
          {messages.claim(assessorId === person.id ? messages.you : name || messages.somebody, attempts)}
        </Chip>
      ))}
    </p>
  );
}
