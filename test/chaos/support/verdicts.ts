import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '../../../demo/api-client.js';
import { UnexpectedAnswer } from '../../../demo/api-client.js';
import type { ReadyLearner } from './copy-learners.js';

const TRY_AGAIN_MS = 100;
const PATIENCE_MS = 60_000;

/** A pass that the API has answered with 2xx: from now on it must not be lost. */
export interface AcknowledgedPass extends ReadyLearner {
  answeredAt: Date;
  /** How long the answer took, all tries together, milliseconds. */
  took: number;
  /** Tries that came to nothing: a broken connection, or a 503. */
  failedTries: number;
}

export interface Verdict {
  verdict: 'passed';
  ratings: { criterionId: string; ratingId: string; comment: string }[];
  feedback: string;
}

interface Rubric {
  criteria: { id: string; ratings: { id: string; points: number }[] }[];
}

/** Takes the attempts, as an assessor does before grading, and answers the verdict that passes them. */
export async function takeAttempts(assessor: ApiClient, learners: readonly ReadyLearner[]): Promise<Verdict> {
  let best: Verdict | undefined;
  for (const { attemptId } of learners) {
    const { rubric } = await assessor.post<{ rubric: Rubric }>(`/api/v1/attempts/${attemptId}/lease`);
    best ??= bestVerdict(rubric);
  }
  if (!best) throw new Error('There is no attempt to take');
  return best;
}

/** Sends the verdict, again with the same Idempotency-Key until it is answered, as a careful client does. */
export async function pass(assessor: ApiClient, learner: ReadyLearner, verdict: Verdict): Promise<AcknowledgedPass> {
  const idempotencyKey = randomUUID();
  const begun = performance.now();
  for (let failedTries = 0; ; failedTries++) {
    try {
      await assessor.post(`/api/v1/attempts/${learner.attemptId}/assessments`, verdict, { idempotencyKey });
      return { ...learner, answeredAt: new Date(), took: performance.now() - begun, failedTries };
    } catch (error) {
      if (!isPassing(error) || performance.now() - begun > PATIENCE_MS) throw error;
      await pause(TRY_AGAIN_MS);
    }
  }
}

/** Passes everybody, several at a time; `onPass` hears of each, in the order of the answers. */
export async function passAll(
  assessor: ApiClient,
  learners: readonly ReadyLearner[],
  verdict: Verdict,
  { atOnce = 8, onPass = () => undefined }: { atOnce?: number; onPass?: (done: number) => void } = {},
): Promise<AcknowledgedPass[]> {
  const waiting = [...learners];
  const passes: AcknowledgedPass[] = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      passes.push(await pass(assessor, next, verdict));
      onPass(passes.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return passes;
}

function bestVerdict({ criteria }: Rubric): Verdict {
  const ratings = criteria.map(({ id: criterionId, ratings: choices }) => {
    const [best] = choices.toSorted((a, b) => b.points - a.points);
    return { criterionId, ratingId: best?.id ?? '', comment: '' };
  });
  return { verdict: 'passed', ratings, feedback: 'Every verdict holds.' };
}

/** Whether trying again may help: no answer at all, or one that says so. */
function isPassing(error: unknown): boolean {
  return error instanceof UnexpectedAnswer ? error.status === 503 : error instanceof TypeError;
}
