import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Notice } from '../../../ui/Notice';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import type { Attempt } from './answers';
import type { QuizProps } from './QuizContent';
import { ReviewedQuestion } from './ReviewedQuestion';
import { useStartQuiz } from './use-quiz';
import styles from './quiz.module.css';

/** What came of an attempt, and as much of why as its author shows. */
export function QuizReview({ content, journey, activity, attempt }: QuizProps & { attempt: Attempt }) {
  const { quiz } = useMessages('learning');
  const format = useFormat();
  const { rules, canStart, attempts } = content;
  const { result, questions, answers } = attempt;
  const start = useStartQuiz(journey.enrollmentId, activity.id);
  if (!result) return null;
  const isHidden = result.questions.every(({ revealed }) => revealed === null);
  const left = rules.attemptLimit === null ? null : rules.attemptLimit - attempts.length;
  return (
    <>
      <div role="status">
        <Notice
          tone={result.passed ? 'good' : 'warn'}
          title={
            result.passed
              ? quiz.resultPassed(format.percent(result.share))
              : quiz.resultNot(format.percent(result.share), format.percent(rules.passMark))
          }
        >
          <p>{quiz.pointsOf(format.number(result.points), result.maxPoints)}</p>
          {isHidden && rules.reveal !== 'after-attempt' && <p>{quiz.notRevealed[rules.reveal]}</p>}
          {!result.passed && left !== null && <p>{left > 0 ? quiz.attemptsLeft(left) : quiz.noneLeft}</p>}
        </Notice>
      </div>
      {start.error && <ProblemNotice problem={start.error} />}
      <Actions>
        {canStart && journey.can.learn && (
          <Button look={result.passed ? 'plain' : 'primary'} isPending={start.isPending} onPress={() => start.mutate()}>
            {quiz.again}
          </Button>
        )}
        <LinkButton
          to="/learning/$enrollmentId/activities/$activityId"
          params={{ enrollmentId: journey.enrollmentId, activityId: activity.id }}
        >
          {quiz.backToQuiz}
        </LinkButton>
      </Actions>
      <ol className={styles['questions']}>
        {questions.map((question, index) => (
          <ReviewedQuestion
            key={question.id}
            question={question}
            number={index + 1}
            all={questions.length}
            answer={answers[question.id]}
            result={result.questions.find(({ questionId }) => questionId === question.id)}
          />
        ))}
      </ol>
    </>
  );
}
