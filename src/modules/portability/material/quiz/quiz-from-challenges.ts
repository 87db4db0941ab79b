import type { Question, Quiz } from '../../../catalog/index.js';
import type { Challenge } from '../page/convert-page.js';
import type { Note } from '../report.js';
import { StableIds } from '../stable-ids.js';
import { findAnswer } from './find-answer.js';
import { findOptions, type Choice } from './find-options.js';

/** Asks to choose, where a numbered list might as well be a list of tasks. */
const ASKS_TO_CHOOSE = /\bwhich\s+(?:of|one|is|are|answer|commands?)\b|\bselect the answer\b|\bchoose\b/i;
/** Leaves open how many are right; a question with one right answer must not give that away. */
const LEAVES_OPEN = /\(s\)|more than one|all that apply|which of (?:these|the following) \w+s could\b/i;
const PICTURE = /!\[[^\]]*\]\(/;

/**
 * The challenges of a page that can be marked by machine, as a quiz: those with numbered options and a solution that says
 * which are right. `null` if there are none. Options keep their order, since options and solutions speak of each other by number.
 */
export function quizFromChallenges(challenges: readonly Challenge[], note: Note): Quiz | null {
  const ids = new StableIds();
  const questions = challenges.flatMap((challenge) => challenge.parts.flatMap((part) => asQuestion(challenge, part, ids, note)));
  if (questions.length === 0) return null;
  return {
    introduction: '',
    passMark: 0.7,
    attemptLimit: null,
    timeLimitSeconds: null,
    shuffleQuestions: false,
    reveal: 'after-attempt',
    pools: [{ id: 'all', draw: null, questions }],
  };
}

function asQuestion(
  challenge: Challenge,
  { question, solution }: Challenge['parts'][number],
  ids: StableIds,
  note: Note,
): Question[] {
  const choice = findOptions(question);
  if (!choice) return [];
  const right = findAnswer(solution, choice.options.length);
  if (right === null) {
    const areTasks = choice.options.some((option) => option.includes('?'));
    if (ASKS_TO_CHOOSE.test(choice.prompt) && !areTasks) note('quiz-answer-unclear', challenge.line, challenge.title);
    return [];
  }
  if (PICTURE.test(question)) {
    note('quiz-needs-picture', challenge.line, challenge.title);
    return [];
  }
  return [choiceQuestion(challenge.title, choice, right, solution, ids)];
}

function choiceQuestion(
  title: string,
  { prompt, options }: Choice,
  right: readonly number[],
  explanation: string,
  ids: StableIds,
): Question {
  const id = ids.make('q', prompt + options.join('\n'));
  const base = {
    id,
    prompt: title ? `**${title}**\n\n${prompt}` : prompt,
    points: 1,
    explanation,
    shuffleOptions: false,
    options: options.map((text, index) => ({
      id: ids.make(`${id}-o`, text),
      text,
      correct: right.includes(index + 1),
      feedback: '',
    })),
  };
  if (right.length === 1 && !LEAVES_OPEN.test(prompt)) return { ...base, type: 'single' };
  return { ...base, type: 'multiple', credit: 'all-or-nothing' };
}
