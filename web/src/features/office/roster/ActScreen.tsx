import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Facts } from '../../../ui/Facts';
import { Actions } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Progress } from '../../../ui/Progress';
import { ActLetter } from './ActLetter';
import { ActRows } from './ActRows';
import { outcomeWords } from './outcome-words';
import { actQuery, type EnrollmentAct } from './queries';

export const actRoute = createLazyRoute('/enrollment-acts/$actId')({ component: ActScreen });

/** One act on many places: what would become of it, how far it has come, and the way back. One may leave and come again. */
function ActScreen() {
  const texts = useMessages('roster');
  const { actId } = actRoute.useParams();
  const query = useQuery(actQuery(actId));
  return (
    <Page
      title={query.data ? texts.kinds[query.data.kind] : texts.acts.one}
      crumbs={[
        { label: texts.title, to: '/enrollments' },
        { label: texts.acts.title, to: '/enrollment-acts' },
      ]}
    >
      <Loaded query={query}>
        {(act) => (
          <>
            <Standing act={act} />
            {act.letter && <ActLetter letter={act.letter} />}
            <ActRows act={act} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

const OUTCOMES = ['waiting', 'done', 'refused', 'undone', 'kept'] as const;

function Standing({ act }: { act: EnrollmentAct }) {
  const { acts: texts } = useMessages('roster');
  const format = useFormat();
  const { kind, state, counts, total, undoableUntil } = act;
  const planned = state === 'planned';
  const open = state === 'undoing' ? counts.done : counts.waiting;
  const all = state === 'undoing' ? total - counts.refused : total;
  return (
    <Card title={texts.states[state]}>
      <Told act={act} />
      <div role="status">
        {(state === 'running' || state === 'undoing') && <p>{texts.leave}</p>}
        {state === 'finished' && <p>{texts.finished}</p>}
        {state === 'undone' && <p>{texts.undone}</p>}
      </div>
      {!planned && (
        <Progress label={texts.progress} share={(all - open) / Math.max(1, all)}>
          {texts.doneOf(format.number(all - open), format.number(all))}
        </Progress>
      )}
      {planned && counts.waiting === 0 && <Notice tone="warn">{texts.nothing}</Notice>}
      {act.can.confirm && (
        <>
          {(kind === 'transfer' || kind === 'remind') && <p>{texts.before[kind]}</p>}
          <Order id={act.id} what="confirmation" look={kind === 'withdraw' ? 'danger' : 'primary'}>
            {texts.confirm[kind](counts.waiting)}
          </Order>
        </>
      )}
      {act.can.undo && undoableUntil && (kind === 'withdraw' || kind === 'transfer') && (
        <>
          <p>{texts.undoUntil[kind](format.dateTime(undoableUntil))}</p>
          <Order id={act.id} what="undoing" look="plain">
            {texts.undo[kind](counts.done)}
          </Order>
        </>
      )}
    </Card>
  );
}

/** What was wanted, and what has become of how many. */
function Told({ act }: { act: EnrollmentAct }) {
  const { acts: texts } = useMessages('roster');
  const format = useFormat();
  const { counts, reason, dueAt, toOfferingId, toOffering, letter } = act;
  const words = outcomeWords(act, texts);
  const destination = toOfferingId && (
    <Link to="/offerings/$offeringId" params={{ offeringId: toOfferingId }}>
      {toOffering}
    </Link>
  );
  return (
    <Facts
      facts={[
        ...OUTCOMES.filter((one) => counts[one] > 0).map((one) => [words[one], format.number(counts[one])] as const),
        ...(dueAt ? [[texts.until, format.dateTime(dueAt)] as const] : []),
        ...(destination ? [[texts.where, destination] as const] : []),
        ...(letter ? [] : [[texts.reason, reason] as const]),
      ]}
    />
  );
}

interface OrderProps {
  id: string;
  what: 'confirmation' | 'undoing';
  look: 'danger' | 'primary' | 'plain';
  children: string;
}

function Order({ id, what, look, children }: OrderProps) {
  const queries = useQueryClient();
  const order = useMutation({
    mutationFn: () =>
      sendOnce(`act.${id}.${what}`, (headers) => {
        const wish = { params: { path: { id } }, headers };
        return what === 'confirmation'
          ? read(api.POST('/api/v1/enrollment-acts/{id}/confirmation', wish))
          : read(api.POST('/api/v1/enrollment-acts/{id}/undoing', wish));
      }),
    onSuccess: (ordered) => {
      queries.setQueryData(actQuery(id).queryKey, ordered);
      void queries.invalidateQueries({ queryKey: ['enrollment-acts', 'list'] });
      void queries.invalidateQueries({ queryKey: ['roster'] });
      void queries.invalidateQueries({ queryKey: ['offerings'] });
    },
  });
  return (
    <>
      {order.error && <ProblemNotice problem={order.error} />}
      <Actions>
        <Button look={look} isPending={order.isPending} onPress={() => order.mutate()}>
          {children}
        </Button>
      </Actions>
    </>
  );
}
