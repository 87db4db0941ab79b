import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Select } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { Chip, type Tone } from '../../../ui/Notice';
import { EmptyState } from '../../../ui/Page';
import { type Column, Table } from '../../../ui/Table';
import { tell } from '../../../ui/toast';
import { InstitutionPage } from '../InstitutionPage';
import { MessageView } from './MessageView';
import { endpointsQuery, type Message, messagesQuery, type MessageState } from './queries';
import { useAnswerWords } from './use-answer-words';

export const messagesRoute = createLazyRoute('/institution/webhooks/$endpointId')({ component: MessagesScreen });

const TONES: Record<MessageState, Tone> = { waiting: 'plain', delivered: 'good', dead: 'bad' };
const STATES = ['all', 'waiting', 'delivered', 'dead'] as const;
/** As long as messages are kept. */
const KEPT_MS = 30 * 86_400_000;

function MessagesScreen() {
  const { messages, webhooks } = useMessages('operations');
  const eventWords = useEventWords();
  const { endpointId } = messagesRoute.useParams();
  const [state, setState] = useState<(typeof STATES)[number]>('all');
  const [looked, setLooked] = useState<Message | null>(null);
  const endpoint = useQuery(endpointsQuery).data?.items.find(({ id }) => id === endpointId);
  const query = useInfiniteQuery(messagesQuery(endpointId, state === 'all' ? undefined : state));
  const isTold = endpoint?.state === 'active' || endpoint?.state === 'failing';
  return (
    <InstitutionPage
      title={endpoint ? messages.title(endpoint.url) : webhooks.messages}
      lead={messages.lead}
      actions={isTold && endpoint.dead > 0 && <ReplayFailed endpointId={endpointId} />}
    >
      <Select
        label={messages.show}
        name="state"
        value={state}
        onChange={setState}
        choices={STATES.map((value) => ({ value, label: value === 'all' ? messages.all : messages.states[value] }))}
      />
      <Loaded query={query}>{({ pages }) => <Messages rows={pages.flatMap(({ items }) => items)} onLook={setLooked} />}</Loaded>
      <MoreButton query={query} />
      <Dialog title={looked ? eventWords(looked) : ''} isOpen={looked !== null} onClose={() => setLooked(null)} width="wide">
        {looked && <MessageView message={looked} canReplay={isTold} />}
      </Dialog>
    </InstitutionPage>
  );
}

function Messages({ rows, onLook }: { rows: readonly Message[]; onLook: (message: Message) => void }) {
  const { messages } = useMessages('operations');
  const eventWords = useEventWords();
  const format = useFormat();
  const answerWords = useAnswerWords();
  if (rows.length === 0) return <EmptyState title={messages.empty}>{messages.emptyText}</EmptyState>;
  const columns: Column<Message>[] = [
    { key: 'event', label: messages.event, cell: eventWords },
    { key: 'made', label: messages.made, cell: ({ createdAt }) => format.dateTime(createdAt) },
    {
      key: 'state',
      label: messages.state,
      cell: ({ state, deadBecause }) => (
        <>
          <Chip tone={TONES[state]}>{messages.states[state]}</Chip> {deadBecause && messages.because[deadBecause]}
        </>
      ),
    },
    { key: 'attempts', label: messages.attempts, isNumber: true, cell: ({ attempts }) => format.number(attempts) },
    { key: 'answer', label: messages.answer, cell: ({ lastStatus, lastFailure }) => answerWords(lastStatus, lastFailure) },
    { key: 'next', label: messages.next, cell: ({ nextAttemptAt }) => (nextAttemptAt ? format.dateTime(nextAttemptAt) : '–') },
    {
      key: 'look',
      label: messages.look,
      cell: (message) => (
        <Button look="quiet" aria-label={messages.lookAt(message.webhookId)} onPress={() => onLook(message)}>
          {messages.look}
        </Button>
      ),
    },
  ];
  return <Table caption={messages.caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function useEventWords() {
  const { messages } = useMessages('operations');
  const { events } = useMessages('audit');
  return ({ type }: Message) => (type === 'webhook.test' ? messages.test : (events[type] ?? type));
}

function ReplayFailed({ endpointId }: { endpointId: string }) {
  const { messages } = useMessages('operations');
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/webhook-endpoints/{id}/replays', {
          params: { path: { id: endpointId } },
          body: { since: new Date(Date.now() - KEPT_MS).toISOString() },
        }),
      ),
    onSuccess: async ({ replayed }) => {
      tell(messages.replayedMany(replayed));
      await queries.invalidateQueries({ queryKey: endpointsQuery.queryKey });
    },
  });
  return (
    <Button isPending={replay.isPending} onPress={() => replay.mutate()}>
      {messages.replayFailed}
    </Button>
  );
}
