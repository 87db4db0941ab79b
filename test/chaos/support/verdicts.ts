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
  /** What the tries that came to nothing were answered: a status, or 0 where the connection broke. */
  failedTries: number[];
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
  const failedTries: number[] = [];
  for (;;) {
    try {
      await assessor.post(`/api/v1/attempts/${learner.attemptId}/assessments`, verdict, { idempotencyKey });
      return { ...learner, answeredAt: new Date(), took: performance.now() - begun, failedTries };
    } catch (error) {
      const status = passingStatus(error);
      if (status === null || performance.now() - begun > PATIENCE_MS) throw error;
      failedTries.push(status);
      await pause(TRY_AGAIN_MS);
    }
  }
}

/** How often requests had to be sent again, and why, in words. */
export function triesAgain(passes: readonly AcknowledgedPass[]): string {
  const statuses = passes.flatMap(({ failedTries }) => failedTries);
  const count = (wanted: (status: number) => boolean) => statuses.filter(wanted).length;
  const parts = [
    `${count((status) => status === 0)} broken off`,
    `${count((status) => status === 503)} answered 503`,
    `${count((status) => status > 0 && status !== 503)} answered otherwise`,
  ];
  return `${statuses.length} requests sent again (${parts.join(', ')})`;
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

/** The status of a failure that may pass, 0 where there was no answer at all. `null`: trying again cannot help. */
function passingStatus(error: unknown): number | null {
  if (error instanceof UnexpectedAnswer) return error.status >= 500 ? error.status : null;
  return error instanceof TypeError ? 0 : null;
}
