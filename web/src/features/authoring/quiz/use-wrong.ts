import { useMessages } from '../../../i18n';
import { partsAtFault, type PublishingProblem } from './quiz-problems';

/** What stands against publishing a question, by its fields. */
export interface Wrong {
  /** Of a field, without what lies at single parts of it. */
  at: (path: string) => string | undefined;
  /** Of one of the parts whose texts these are. */
  atPart: (path: string, texts: readonly string[], index: number) => string | undefined;
}

const AT_PARTS = new Set(['question_part_empty', 'question_parts_equal']);

export function useWrong(problems: readonly PublishingProblem[]): Wrong {
  const { problemWords } = useMessages('authoring');
  const words = ({ code, detail }: PublishingProblem) => (problemWords as Record<string, string | undefined>)[code] ?? detail;
  return {
    at: (path) => {
      const found = problems.find((one) => one.path === path && !AT_PARTS.has(one.code));
      return found && words(found);
    },
    atPart: (path, texts, index) => {
      const found = problems.find((one) => one.path === path && partsAtFault(one.code, texts).has(index));
      return found && words(found);
    },
  };
}
