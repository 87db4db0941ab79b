import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, newIdempotencyKey, read, type View } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import type { useAutosave } from '../../kept/use-autosave';
import { Button } from '../../ui/Button';
import { Actions } from '../../ui/Form';
import { Card } from '../../ui/Page';
import { SaveStatus } from '../../ui/SaveStatus';
import { tell } from '../../ui/toast';
import { ConfirmVerdict } from './ConfirmVerdict';
import { HandBack } from './HandBack';
import { judge, type Verdict } from './judge';
import { JudgementSummary } from './JudgementSummary';
import { chosenIn, type Notes, ratingsOf } from './notes';
import { useShortcuts } from './use-shortcuts';
import { useTakeNext } from './use-take-next';

interface Props {
  grading: View<'GradingView'>;
  notes: Notes;
  autosave: Pick<ReturnType<typeof useAutosave>, 'state' | 'savedAt' | 'flush'>;
  learner: string;
  keysAreOn: boolean;
  /** Nothing more is to be saved once it is on its way. */
  onGiving: () => void;
  onRefused: () => void;
  onGiven: () => void;
}

const LOOKS = { passed: 'primary', returned: 'primary', failed: 'danger' } as const;

/** The verdict as the rules give it, and its release. */
export function GiveVerdict({ grading, notes, autosave, learner, keysAreOn, onGiving, onRefused, onGiven }: Props) {
  const { attempt, offeringId, rubric, attemptsLeft } = grading;
  const { verdict: messages, room } = useMessages('grading');
  const format = useFormat();
  const [asked, setAsked] = useState<{ verdict: Verdict; key: { 'Idempotency-Key': string } } | null>(null);
  const judgement = judge({
    rubric,
    ratings: chosenIn(notes),
    penaltyPercent: attempt.lateness.penaltyPercent,
    feedback: notes.feedback,
    attemptsLeft,
  });
  const ask = (verdict: Verdict | undefined) => verdict && setAsked({ verdict, key: newIdempotencyKey() });
  const next = useTakeNext(offeringId);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: async ({ verdict, key }: NonNullable<typeof asked>) => {
      // What is noted is kept by the server as well, should this be refused. Why it could not be saved is told where it is saved.
      await autosave.flush().catch(() => undefined);
      onGiving();
      const body = { verdict, ratings: ratingsOf(notes, rubric), feedback: notes.feedback };
      return read(api.POST('/api/v1/attempts/{id}/assessments', { params: { path: { id: attempt.id } }, headers: key, body }));
    },
    onError: (error) => {
      onRefused();
      if (problemOf(error)?.code === 'assessment.lease_lost') setAsked(null);
    },
  });
  const release = async (then: 'next' | 'queue') => {
    if (!asked) return;
    const given = await give.mutateAsync(asked);
    onGiven();
    setAsked(null);
    tell(given.awaits === null ? messages.given[asked.verdict] : messages.marked);
    await queries.invalidateQueries({ queryKey: ['grading'], refetchType: 'none' });
    if (then === 'next') next.mutate();
    else await navigate({ to: '/grading/$offeringId', params: { offeringId }, search: {} });
  };
  useShortcuts({ g: () => ask(judgement.allowed[0]) }, keysAreOn);
  return (
    <Card title={messages.title} actions={<SaveStatus state={autosave.state} savedAt={autosave.savedAt} />}>
      <JudgementSummary judgement={judgement} attemptsLeft={attemptsLeft} />
      <Actions>
        {judgement.allowed.map((verdict) => (
          <Button key={verdict} look={LOOKS[verdict]} onPress={() => ask(verdict)}>
            {messages.give[verdict]}
          </Button>
        ))}
        <HandBack attemptId={attempt.id} offeringId={offeringId} before={autosave.flush} />
      </Actions>
      <ConfirmVerdict
        verdict={asked?.verdict ?? null}
        learner={learner}
        points={room.points(format.number(judgement.points), format.number(judgement.maxPoints))}
        problem={give.error}
        isPending={give.isPending}
        // Why it was refused stands in the dialog.
        onGive={(then) => void release(then).catch(() => undefined)}
        onClose={() => setAsked(null)}
      />
    </Card>
  );
}
