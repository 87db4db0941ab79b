import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip, Notice, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import shared from '../learning.module.css';
import { HandedIn } from './HandedIn';
import { type Project, type ProjectAttempt, thingsToChange, verdictOf } from './project-stage';
import { Rubric } from './Rubric';
import { WithdrawButton } from './WithdrawButton';
import styles from './project.module.css';

interface AttemptCardProps {
  attempt: ProjectAttempt;
  project: Project;
  enrollmentId: string;
  isLatest?: boolean;
}

/** One attempt: the receipt, what was decided, and why. */
export function AttemptCard({ attempt, project, enrollmentId, isLatest = false }: AttemptCardProps) {
  const messages = useMessages('learning');
  const format = useFormat();
  const { number, submittedAt, withdrawnAt, lateness } = attempt;
  const words = messages.project;
  return (
    <Card title={isLatest ? words.attempt(format.number(number)) : undefined}>
      <p className={shared['line']}>
        <span>{words.submittedOn(format.dateTime(submittedAt))}</span>
        {withdrawnAt && <Chip>{words.withdrawn}</Chip>}
      </p>
      {lateness.status === 'late' && (
        <p>{lateness.penaltyPercent > 0 ? words.late(format.number(lateness.penaltyPercent)) : words.lateFree}</p>
      )}
      <Outcome attempt={attempt} project={project} enrollmentId={enrollmentId} />
      <HandedIn attempt={attempt} isOpen={isLatest && attempt.verdicts.length === 0} />
    </Card>
  );
}

const TONES: Record<'passed' | 'returned' | 'failed', Tone> = { passed: 'good', returned: 'warn', failed: 'bad' };

function Outcome({ attempt, project, enrollmentId }: AttemptCardProps) {
  const { project: words } = useMessages('learning');
  const format = useFormat();
  const verdict = verdictOf(attempt);
  if (!verdict) return attempt.withdrawnAt ? null : <WhatNext attempt={attempt} enrollmentId={enrollmentId} />;
  const changes = thingsToChange(project.rubric, verdict);
  const title = {
    passed: words.passed,
    failed: words.failed,
    returned: changes > 0 ? words.returned(changes) : words.returnedPlain,
  }[verdict.verdict];
  return (
    <>
      <div>
        <Notice tone={TONES[verdict.verdict] === 'bad' ? 'plain' : TONES[verdict.verdict]} title={title}>
          <p>
            {words.pointsOf(format.number(verdict.points), format.number(verdict.maxPoints))} ·{' '}
            {words.decidedOn(format.dateTime(verdict.decidedAt))}
          </p>
          {verdict.correctionReason && <p>{words.correction(verdict.correctionReason)}</p>}
          {verdict.verdict === 'failed' && <p>{words.failedText}</p>}
        </Notice>
      </div>
      {verdict.feedback && (
        <section aria-label={words.feedback} className={shared['stack']}>
          <h3>{words.feedback}</h3>
          <p className={styles['feedback']}>{verdict.feedback}</p>
        </section>
      )}
      <Rubric rubric={project.rubric} verdict={verdict} />
    </>
  );
}

/** It is out of one's hands now: who does what next. */
function WhatNext({ attempt, enrollmentId }: { attempt: ProjectAttempt; enrollmentId: string }) {
  const { project: words } = useMessages('learning');
  return (
    <Notice tone="good" title={words.submitted}>
      {attempt.gradingStartedAt && <p>{words.gradingStarted}</p>}
      <p>{words.next}:</p>
      <ol>
        {words.nextSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {attempt.can.withdraw && <WithdrawButton attemptId={attempt.id} enrollmentId={enrollmentId} />}
    </Notice>
  );
}
