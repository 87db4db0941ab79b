import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, read, type View } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { sendOnce } from '../../kept/send-once';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { DraftConflict } from './DraftConflict';
import styles from './grading.module.css';
import { judge, type Verdict } from './judge';
import { JudgementSummary } from './JudgementSummary';
import { chosenIn, notesOf, ratingsOf } from './notes';
import { RubricForm } from './RubricForm';

interface Props {
  grading: View<'GradingView'>;
  standing: View<'VerdictView'>;
  keysAreOn: boolean;
  onDone: () => void;
}

/** The standing verdict to be changed, with the reason that the learner reads. When it was changed meanwhile, both are shown. */
export function CorrectionForm({ grading, standing, keysAreOn, onDone }: Props) {
  const { attempt, rubric, attemptsLeft } = grading;
  const { correction: messages } = useMessages('grading');
  const { cancel } = useMessages('common');
  const { person } = useSession();
  const queries = useQueryClient();
  const heading = useRef<HTMLDivElement>(null);
  const initial = { notes: notesOf(standing), reason: '', over: standing.version };
  const name = `grading.correction.${person.id}.${attempt.id}`;
  const kept = useKept(name, initial);
  const { set, forget } = kept;
  const value = kept.changed ? kept.value : initial;
  const { notes, reason, over } = value;
  const isOvertaken = over !== standing.version;
  useEffect(() => heading.current?.querySelector('input')?.focus(), []);
  const judgement = judge({
    rubric,
    ratings: chosenIn(notes),
    penaltyPercent: attempt.lateness.penaltyPercent,
    feedback: notes.feedback,
    attemptsLeft,
  });
  const correct = useMutation({
    mutationFn: (verdict: Verdict) => {
      const given = { verdict, ratings: ratingsOf(notes, rubric), feedback: notes.feedback };
      const body = { ...given, standingVersion: over, reason };
      const params = { path: { id: attempt.id } };
      return sendOnce(name, (headers) => read(api.POST('/api/v1/attempts/{id}/corrections', { params, headers, body })));
    },
    onSuccess: async () => {
      forget(initial);
      tell(messages.done);
      await queries.invalidateQueries({ queryKey: ['grading'] });
      onDone();
    },
    onError: async (error) => {
      if (problemOf(error)?.status === 412) await queries.invalidateQueries({ queryKey: ['grading'] });
    },
  });
  const leave = () => {
    forget(initial);
    onDone();
  };
  const allowed = reason.trim() === '' || isOvertaken ? [] : judgement.allowed;
  return (
    <div ref={heading} className={styles['judging']}>
      {isOvertaken && (
        <DraftConflict
          theirs={standing}
          rubric={rubric}
          onSettle={(whose) => set(whose === 'mine' ? { ...value, over: standing.version } : { ...initial, reason })}
        />
      )}
      <RubricForm
        offeringId={grading.offeringId}
        rubric={rubric}
        notes={notes}
        onChange={(changed) => set({ ...value, notes: changed })}
        before={undefined}
        keysAreOn={keysAreOn}
      />
      <Card title={messages.title}>
        <p>{messages.explain}</p>
        <Form
          problem={isOvertaken ? null : correct.error}
          onSubmit={() => {
            if (allowed[0]) correct.mutate(allowed[0]);
          }}
        >
          <TextArea
            label={messages.reason}
            hint={messages.reasonHint}
            name="reason"
            rows={2}
            maxLength={2_000}
            value={reason}
            onChange={(text) => set({ ...value, reason: text })}
          />
          <JudgementSummary judgement={judgement} attemptsLeft={attemptsLeft} />
          {reason.trim() === '' && <p>{messages.needsReason}</p>}
          <Actions>
            {allowed.map((verdict) => (
              <Button
                key={verdict}
                look={verdict === 'failed' ? 'danger' : 'primary'}
                isPending={correct.isPending}
                onPress={() => correct.mutate(verdict)}
              >
                {messages.save[verdict]}
              </Button>
            ))}
            <Button onPress={leave}>{cancel}</Button>
          </Actions>
        </Form>
      </Card>
    </div>
  );
}
