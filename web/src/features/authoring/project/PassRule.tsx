import { useMessages } from '../../../i18n';
import { Notice } from '../../../ui/Notice';
import type { Rubric } from '../types';
import { mostPoints } from './new-rubric';

/** When the project passes, as one would say it. */
export function PassRule({ rubric }: { rubric: Rubric }) {
  const { rubric: messages } = useMessages('authoring');
  const critical = rubric.criteria.flatMap(({ title, mustPassPoints }, index) =>
    mustPassPoints === null ? [] : [{ title: title || messages.criterion(index + 1), points: mustPassPoints }],
  );
  return (
    <Notice title={messages.ruleTitle}>
      <p>{messages.rule(rubric.passPoints, mostPoints(rubric))}</p>
      {critical.length > 0 && (
        <ul>
          {critical.map(({ title, points }) => (
            <li key={`${title} ${points}`}>{messages.ruleCritical(title, points)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
