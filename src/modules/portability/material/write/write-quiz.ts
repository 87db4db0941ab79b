import type { Activity, Question, Quiz } from '../../../catalog/index.js';

/** Fields of a `*.quiz.yaml`. Every part keeps its id, so that rewording a question does not make it another one. */
export function quizFields({ pools, ...quiz }: Quiz): object {
  const [only] = pools;
  const isPlain = pools.length === 1 && only?.id === 'all' && only.draw === null && only.questions.length > 0;
  return {
    ...quiz,
    ...(isPlain
      ? { questions: only.questions.map(questionFields) }
      : { pools: pools.map(({ id, draw, questions }) => ({ id, draw, questions: questions.map(questionFields) })) }),
  };
}

/** Type, id and prompt first: a question reads from its beginning. */
function questionFields({ type, id, prompt, ...rest }: Question): object {
  return { type, id, prompt, ...rest };
}

/** What every activity that is a file of fields begins with. */
export function activityFields({ title, minutes, required }: Activity): object {
  return { title, minutes, required };
}
