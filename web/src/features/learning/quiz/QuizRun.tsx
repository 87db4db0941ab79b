import { useState } from 'react';
import { useKept } from '../../../kept/use-kept';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { SaveStatus } from '../../../ui/SaveStatus';
import { problemOf } from '../../../api/problem';
import { AnswersConflict } from './AnswersConflict';
import { type Attempt, unanswered } from './answers';
import { Navigator } from './Navigator';
import { QuestionSheet } from './QuestionSheet';
import type { QuizProps } from './QuizContent';
import { SubmitDialog } from './SubmitDialog';
import { TimeLeft } from './TimeLeft';
import { useAnswers } from './use-answers';
import { useSubmitQuiz } from './use-quiz';
import styles from './quiz.module.css';

/** An attempt that is being answered. */
export function QuizRun({ journey, activity, attempt }: QuizProps & { attempt: Attempt }) {
  const { quiz } = useMessages('learning');
  const format = useFormat();
  const { answers, answer, autosave, conflict, choose } = useAnswers(attempt);
  const flags = useKept<string[]>(`flags.${attempt.id}`, []);
  const [isAsking, setAsking] = useState(false);
  const [unsaved, setUnsaved] = useState<unknown>(null);
  const submit = useSubmitQuiz(journey.enrollmentId, activity.id, attempt.id);
  const { questions } = attempt;
  const open = unanswered(attempt, answers);
  const flagged = questions.flatMap(({ id }, index) => (flags.value.includes(id) ? [index + 1] : []));

  const handIn = async () => {
    setAsking(false);
    setUnsaved(null);
    try {
      await autosave.flush();
    } catch (error) {
      if (problemOf(error)?.code !== 'learning.attempt_over') return setUnsaved(error);
    }
    submit.mutate(undefined, { onSuccess: () => flags.forget([]) });
  };
  const toggle = (id: string) =>
    flags.set(flags.value.includes(id) ? flags.value.filter((other) => other !== id) : [...flags.value, id]);

  return (
    <>
      <div className={styles['bar']}>
        <Navigator questions={questions} answers={answers} flags={flags.value} />
        <span className={styles['state']}>
          {attempt.secondsLeft !== null && <TimeLeft seconds={attempt.secondsLeft} onOver={() => void handIn()} />}
          <SaveStatus state={autosave.state} savedAt={autosave.savedAt} />
        </span>
      </div>
      {conflict && <AnswersConflict attempt={attempt} theirs={conflict.answers} choose={choose} />}
      <ol className={styles['questions']}>
        {questions.map((question, index) => (
          <QuestionSheet
            key={question.id}
            question={question}
            number={index + 1}
            all={questions.length}
            answer={answers[question.id]}
            isFlagged={flags.value.includes(question.id)}
            onAnswer={answer}
            onFlag={toggle}
          />
        ))}
      </ol>
      {(unsaved ?? submit.error) ? <ProblemNotice problem={unsaved ?? submit.error} /> : null}
      <Actions>
        <Button
          look="primary"
          isPending={submit.isPending}
          onPress={() => (open.length + flagged.length > 0 ? setAsking(true) : void handIn())}
        >
          {quiz.submit}
        </Button>
        <span className={styles['quiet']}>
          {quiz.answeredOf(format.number(questions.length - open.length), format.number(questions.length))}
        </span>
      </Actions>
      <SubmitDialog
        isOpen={isAsking}
        unanswered={open}
        flagged={flagged}
        onClose={() => setAsking(false)}
        onSubmit={() => void handIn()}
      />
    </>
  );
}
