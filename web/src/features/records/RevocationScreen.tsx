import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { sendOnce } from '../../kept/send-once';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Card, Page } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Progress } from '../../ui/Progress';
import { tell } from '../../ui/toast';
import { OfficeOnly } from './OfficeOnly';
import { revocationQuery } from './queries';
import styles from './records.module.css';

export const revocationRoute = createLazyRoute('/credentials/revocations/$revocationId')({ component: RevocationScreen });

type Revocation = View<'RevocationsView'>;

function RevocationScreen() {
  const { revocations: messages, credentials } = useMessages('records');
  const { revocationId } = revocationRoute.useParams();
  const query = useQuery(revocationQuery(revocationId));
  return (
    <OfficeOnly title={messages.title}>
      <Page
        title={query.data ? messages.one(query.data.total) : messages.title}
        crumbs={[
          { label: credentials.title, to: '/credentials' },
          { label: messages.title, to: '/credentials/revocations' },
        ]}
        width="text"
      >
        <Loaded query={query}>{(revocation) => <Course revocation={revocation} />}</Loaded>
      </Page>
    </OfficeOnly>
  );
}

/** How far it has come, and the way back while there is one. */
function Course({ revocation }: { revocation: Revocation }) {
  const { revocations: messages } = useMessages('records');
  const format = useFormat();
  const { state, total, counts, reason, takesEffectAt, finishedAt } = revocation;
  const done = total - counts.waiting;
  return (
    <Card title={messages.states[state]}>
      <div role="status">
        {state === 'waiting' && <p>{messages.takesEffect(format.relative(takesEffectAt))}</p>}
        {state === 'running' && <p>{messages.leave}</p>}
        {state === 'cancelled' && <p>{messages.cancelledSays}</p>}
        {finishedAt && state === 'finished' && <p>{messages.finished(format.dateTime(finishedAt))}</p>}
      </div>
      {state !== 'cancelled' && (
        <Progress label={messages.progress} share={done / Math.max(1, total)}>
          {messages.done(done, total)}
        </Progress>
      )}
      {counts.wasRevoked > 0 && <Notice>{messages.wasRevoked(counts.wasRevoked)}</Notice>}
      <p className={styles['plain']}>
        {messages.reason}: {reason}
      </p>
      {state === 'waiting' && <CallOff id={revocation.id} />}
    </Card>
  );
}

function CallOff({ id }: { id: string }) {
  const { revocations: messages } = useMessages('records');
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () =>
      sendOnce(`revocation.${id}.cancellation`, (headers) =>
        read(api.POST('/api/v1/credential-revocations/{id}/cancellation', { params: { path: { id } }, headers })),
      ),
    onSuccess: (cancelled) => {
      tell(messages.cancelled);
      queries.setQueryData(revocationQuery(id).queryKey, cancelled);
      return queries.invalidateQueries({ queryKey: ['records', 'revocations'] });
    },
  });
  return (
    <div>
      {cancel.error ? <ProblemNotice problem={cancel.error} /> : null}
      <Button look="primary" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
        {messages.cancel}
      </Button>
    </div>
  );
}
