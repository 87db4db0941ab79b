import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Chip, Notice } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Prose } from '../../../ui/Prose';
import shared from '../learning.module.css';
import { useStartQuiz } from './use-quiz';
import type { QuizProps } from './QuizContent';

/** What one should know before beginning, and the attempts so far. */
export function QuizIntroduction({ content, journey, activity }: QuizProps) {
  const { quiz } = useMessages('learning');
  const format = useFormat();
  const { rules, attempts, canStart, introductionHtml } = content;
  const start = useStartQuiz(journey.enrollmentId, activity.id);
  const isOpen = attempts.some(({ submittedAt }) => submittedAt === null);
  const used = attempts.length;
  const words = isOpen ? quiz.resume : used > 0 ? quiz.again : quiz.start;
  return (
    <>
      {introductionHtml && <Prose html={introductionHtml} />}
      <Card title={quiz.rules}>
        <ul>
          <li>{quiz.questions(rules.questions)}</li>
          <li>{quiz.passMark(format.percent(rules.passMark))}</li>
          <li>{rules.attemptLimit === null ? quiz.anyAttempts : quiz.attempts(rules.attemptLimit)}</li>
          <li>{rules.timeLimitSeconds === null ? quiz.noLimit : quiz.timeLimit(format.minutes(rules.timeLimitSeconds / 60))}</li>
        </ul>
        {start.error && <ProblemNotice problem={start.error} />}
        {canStart && journey.can.learn && (
          <Actions>
            <Button
              look={activity.state === 'completed' ? 'plain' : 'primary'}
              isPending={start.isPending}
              onPress={() => start.mutate()}
            >
              {words}
            </Button>
            {rules.attemptLimit !== null && !isOpen && <span>{quiz.attemptsLeft(rules.attemptLimit - used)}</span>}
          </Actions>
        )}
        {!canStart && rules.attemptLimit !== null && used >= rules.attemptLimit && activity.state !== 'completed' && (
          <Notice tone="warn">{quiz.noneLeft}</Notice>
        )}
      </Card>
      {attempts.length > 0 && (
        <EarlierAttempts attempts={attempts} enrollmentId={journey.enrollmentId} activityId={activity.id} />
      )}
    </>
  );
}

interface EarlierAttemptsProps {
  attempts: QuizProps['content']['attempts'];
  enrollmentId: string;
  activityId: string;
}

function EarlierAttempts({ attempts, enrollmentId, activityId }: EarlierAttemptsProps) {
  const { quiz } = useMessages('learning');
  const format = useFormat();
  return (
    <Card title={quiz.earlier}>
      <ul className={shared['list']}>
        {attempts.map(({ id, number, submittedAt, share, passed }) => (
          <li key={id} className={shared['between']}>
            <Link
              to="/learning/$enrollmentId/activities/$activityId"
              params={{ enrollmentId, activityId }}
              search={{ attempt: id }}
            >
              {quiz.attempt(format.number(number))}
            </Link>
            <span className={shared['quiet']}>{submittedAt ? format.dateTime(submittedAt) : quiz.running}</span>
            {share !== null && (
              <span>
                {format.percent(share)} <Chip tone={passed ? 'good' : 'plain'}>{passed ? quiz.passed : quiz.notPassed}</Chip>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
