import { withChanged, without } from '../document/lists';
import type { Pool, Question, Quiz } from '../types';

export interface Place {
  pool: number;
  question: number;
}

export function placeOf(quiz: Quiz, questionId: string): Place | null {
  for (const [pool, { questions }] of quiz.pools.entries()) {
    const question = questions.findIndex(({ id }) => id === questionId);
    if (question >= 0) return { pool, question };
  }
  return null;
}

export function changePool(quiz: Quiz, poolId: string, change: (pool: Pool) => Pool): Quiz {
  return { ...quiz, pools: withChanged(quiz.pools, poolId, change) };
}

export function changeQuestion(quiz: Quiz, questionId: string, change: (question: Question) => Question): Quiz {
  return { ...quiz, pools: quiz.pools.map((pool) => ({ ...pool, questions: withChanged(pool.questions, questionId, change) })) };
}

/** Puts a question into a pool, at the end unless a place is named; a quiz without pools gets its first. */
export function addQuestion(quiz: Quiz, question: Question, at: Partial<Place>, firstPool: Pool): Quiz {
  const pools = quiz.pools.length === 0 ? [firstPool] : quiz.pools;
  const index = Math.min(at.pool ?? pools.length - 1, pools.length - 1);
  return {
    ...quiz,
    pools: pools.map((pool, number) =>
      number === index
        ? { ...pool, questions: pool.questions.toSpliced(at.question ?? pool.questions.length, 0, question) }
        : pool,
    ),
  };
}

/** A pool that asks fewer than it has asks at most as many as are left. */
export function removeQuestion(quiz: Quiz, questionId: string): Quiz {
  return {
    ...quiz,
    pools: quiz.pools.map((pool) => {
      const questions = without(pool.questions, questionId);
      if (questions.length === pool.questions.length) return pool;
      return { ...pool, questions, draw: pool.draw === null ? null : Math.max(1, Math.min(pool.draw, questions.length)) };
    }),
  };
}

/** Puts questions of a pool before or behind another of the same pool, in the order they stand. */
export function placeQuestions(pool: Pool, ids: ReadonlySet<string>, targetId: string, where: 'before' | 'after'): Pool {
  if (ids.has(targetId)) return pool;
  const carried = pool.questions.filter(({ id }) => ids.has(id));
  const rest = pool.questions.filter(({ id }) => !ids.has(id));
  const target = rest.findIndex(({ id }) => id === targetId);
  if (target < 0) return pool;
  return { ...pool, questions: rest.toSpliced(where === 'before' ? target : target + 1, 0, ...carried) };
}

/** To the end of another pool. */
export function moveToPool(quiz: Quiz, questionId: string, poolId: string): Quiz {
  const question = quiz.pools.flatMap(({ questions }) => questions).find(({ id }) => id === questionId);
  if (!question) return quiz;
  return changePool(removeQuestion(quiz, questionId), poolId, (pool) => ({ ...pool, questions: [...pool.questions, question] }));
}

export function removePool(quiz: Quiz, poolId: string): Quiz {
  return { ...quiz, pools: without(quiz.pools, poolId) };
}

/** Points of an attempt; a range where a pool draws among questions of different worth. */
export function pointsOf({ pools }: Quiz): { least: number; most: number } {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const drawn = pools.map(({ draw, questions }) => {
    const rising = questions.map(({ points }) => points).sort((a, b) => a - b);
    const count = draw ?? rising.length;
    return { least: sum(rising.slice(0, count)), most: sum(rising.slice(Math.max(0, rising.length - count))) };
  });
  return { least: sum(drawn.map(({ least }) => least)), most: sum(drawn.map(({ most }) => most)) };
}
