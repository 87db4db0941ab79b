import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import styles from './grading.module.css';
import type { Judgement } from './judge';

/** What the rules make of the ratings so far, and why: read out as it changes. */
export function JudgementSummary({ judgement, attemptsLeft }: { judgement: Judgement; attemptsLeft: number | null }) {
  const { verdict } = useMessages('grading');
  const { points, penaltyPoints, maxPoints, passPoints, missing, belowMustPass, passes, needsFeedback } = judgement;
  const format = useFormat();
  const lines = [
    verdict.points(format.number(points), format.number(maxPoints), format.number(passPoints)),
    ...(penaltyPoints > 0 ? [verdict.penalty(format.number(penaltyPoints))] : []),
    ...(missing > 0 ? [verdict.missing(missing)] : []),
    ...(belowMustPass.length > 0 ? [verdict.belowMustPass(belowMustPass.join(', '))] : []),
    ...(missing === 0 && points < passPoints ? [verdict.belowPoints(format.number(passPoints - points))] : []),
    ...(passes ? [verdict.passes] : []),
    ...(needsFeedback ? [verdict.needsFeedback] : []),
    ...(missing === 0 && !passes && attemptsLeft !== null
      ? [attemptsLeft === 0 ? verdict.noAttempts : verdict.attemptsLeft(attemptsLeft)]
      : []),
  ];
  return (
    <div role="status" className={styles['judgement']}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
