import { questionProblems } from './check-question.js';
import { isLimit, repeats } from './content-predicates.js';
import { problem, type PublishingProblem } from './publishing-problem-codes.js';
import type { QuestionPool, Quiz } from './quiz.js';

/** `activity` is the name that the texts use; `path` the JSON Pointer of the quiz. */
export function quizProblems(quiz: Quiz, activity: string, path: string): PublishingProblem[] {
  const problems = limitProblems(quiz, activity, path);
  const questions = quiz.pools.flatMap((pool, poolIndex) =>
    pool.questions.map((question, index) => ({ question, path: `${path}/pools/${poolIndex}/questions/${index}` })),
  );
  if (questions.length === 0) return [...problems, problem('quiz_without_questions', `${path}/pools`, { activity })];

  quiz.pools.forEach((pool, index) => problems.push(...poolProblems(pool, index, activity, `${path}/pools/${index}`)));
  if (quiz.passMark > 0 && fewestPoints(quiz) <= 0) {
    problems.push(problem('quiz_unpassable', `${path}/passMark`, { activity }));
  }
  questions.forEach(({ question, path: questionPath }, index) => {
    const name = { question: `Question ${index + 1} of “${activity}”`, number: index + 1, activity };
    problems.push(...questionProblems(question, name, questionPath));
  });
  for (const index of repeats(questions.map(({ question }) => question.id))) {
    const place = `Question ${index + 1} of ${activity}`;
    problems.push(problem('duplicate_id', `${questions[index]?.path}/id`, { place }));
  }
  for (const index of repeats(quiz.pools.map(({ id }) => id))) {
    problems.push(problem('duplicate_id', `${path}/pools/${index}/id`, { place: `Pool ${index + 1} of ${activity}` }));
  }
  return problems;
}

function limitProblems(quiz: Quiz, activity: string, path: string): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (!(quiz.passMark >= 0 && quiz.passMark <= 1)) {
    problems.push(problem('quiz_pass_mark_out_of_range', `${path}/passMark`, { activity }));
  }
  if (!isLimit(quiz.attemptLimit)) {
    problems.push(problem('quiz_attempt_limit_malformed', `${path}/attemptLimit`, { activity }));
  }
  if (!isLimit(quiz.timeLimitSeconds)) {
    problems.push(problem('quiz_time_limit_malformed', `${path}/timeLimitSeconds`, { activity }));
  }
  return problems;
}

function poolProblems({ draw, questions }: QuestionPool, index: number, activity: string, path: string): PublishingProblem[] {
  const params = { number: index + 1, activity };
  if (questions.length === 0) return [problem('pool_empty', path, params)];
  if (!isLimit(draw)) return [problem('pool_draw_malformed', `${path}/draw`, params)];
  if (draw !== null && draw > questions.length) {
    return [problem('pool_draws_too_many', `${path}/draw`, { ...params, draw, size: questions.length })];
  }
  return [];
}

/** The points of the unluckiest draw: with none, a learner could meet a quiz that nobody can pass. */
function fewestPoints(quiz: Quiz): number {
  const perPool = quiz.pools.map(({ draw, questions }) => {
    const fewestFirst = questions.map(({ points }) => points).sort((a, b) => a - b);
    return fewestFirst.slice(0, draw ?? questions.length).reduce((sum, points) => sum + points, 0);
  });
  return perPool.reduce((sum, points) => sum + points, 0);
}
