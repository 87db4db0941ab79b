import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import type { PublishingProblem } from './quiz/quiz-problems';

/** What stands against publishing and has no place of its own on the screen. */
export function StandingProblems({ problems }: { problems: readonly PublishingProblem[] }) {
  const { beforePublishing, problemWords } = useMessages('authoring');
  const words: Readonly<Record<string, string | undefined>> = problemWords;
  const shown = problems.filter(({ path }) => !/\/(?:questions|criteria)\/\d/.test(path));
  const inQuestions = problems.length - shown.length;
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title={beforePublishing.title}>
      <ul>
        {shown.map(({ code, path, detail }) => (
          <li key={`${path} ${code}`}>{words[code] ?? detail}</li>
        ))}
        {inQuestions > 0 && <li>{beforePublishing.below(inQuestions)}</li>}
      </ul>
    </Notice>
  );
}
