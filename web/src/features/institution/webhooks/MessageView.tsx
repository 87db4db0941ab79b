import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, read, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { type Column, Table } from '../../../ui/Table';
import { tell } from '../../../ui/toast';
import styles from './webhooks.module.css';
import { endpointsQuery, type Message, messageQuery } from './queries';
import { useAnswerWords } from './use-answer-words';

type Attempt = View<'WebhookAttemptView'>;

/** What is sent, and what came of each attempt. */
export function MessageView({ message: { id, webhookId }, canReplay }: { message: Message; canReplay: boolean }) {
  const { messages } = useMessages('operations');
  const format = useFormat();
  const answerWords = useAnswerWords();
  const queries = useQueryClient();
  const query = useQuery(messageQuery(id));
  const replay = useMutation({
    mutationFn: () => read(api.POST('/api/v1/webhook-deliveries/{id}/replays', { params: { path: { id } } })),
    onSuccess: async () => {
      tell(messages.replayed);
      await queries.invalidateQueries({ queryKey: endpointsQuery.queryKey });
    },
  });
  const columns: Column<Attempt>[] = [
    { key: 'number', label: messages.number, cell: ({ number }) => format.number(number) },
    { key: 'at', label: messages.at, cell: ({ at }) => format.dateTime(at) },
    { key: 'answer', label: messages.answer, cell: ({ status, failure }) => answerWords(status, failure) },
    {
      key: 'took',
      label: messages.took,
      isNumber: true,
      cell: ({ milliseconds }) => messages.milliseconds(format.number(milliseconds)),
    },
  ];
  return (
    <Loaded query={query}>
      {({ body, made }) => (
        <>
          <p>
            <code>{webhookId}</code>
          </p>
          <h3>{messages.body}</h3>
          <pre className={styles['body']} tabIndex={0} aria-label={messages.body}>
            {JSON.stringify(JSON.parse(body), null, 2)}
          </pre>
          {made.length > 0 && (
            <Table caption={messages.attemptsMade} columns={columns} rows={made} rowKey={({ number }) => String(number)} />
          )}
          {replay.error && <ProblemNotice problem={replay.error} />}
          {canReplay && (
            <Actions>
              <Button isPending={replay.isPending} onPress={() => replay.mutate()}>
                {messages.replay}
              </Button>
            </Actions>
          )}
        </>
      )}
    </Loaded>
  );
}
