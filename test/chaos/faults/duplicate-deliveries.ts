import { describe, expect } from '@jest/globals';
import { readEnvironment } from '../../../src/platform/config/environment.js';
import { QueueBackend } from '../../../src/platform/queue/backend.js';
import type { BadWeather } from '../support/bad-weather.js';
import type { Drill } from '../support/drill.js';
import { runVerb } from '../support/cairn-process.js';
import { contents } from '../support/contents.js';
import { awaitQuiet } from '../support/judge.js';
import { until } from '../support/until.js';
import { type AcknowledgedPass, passAll } from '../support/verdicts.js';

const COPIES = 5;

export function duplicateDeliveries(drill: Drill): void {
  describe('One delivery', () => {
    drill('that comes five times at once, to two workers, has one effect', async (weather) => {
      const { assessor } = weather;
      const cohort = await weather.cohort(10);
      const { learners, verdict } = cohort;
      const passes = await passAll(assessor, learners, verdict);
      await deliverAgain(weather, passes, COPIES);
      await Promise.all([weather.start('worker,scheduler'), weather.start('worker')]);
      await weather.expectOneBadgeEach(cohort, passes, { fault: `each of 10 deliveries ${COPIES + 1} times at once` });
    });

    drill('that comes again after it was done, and a reconciler that runs twice, change nothing', async (weather) => {
      const { database, assessor, variables } = weather;
      const cohort = await weather.cohort(5);
      const { learners, verdict } = cohort;
      const passes = await passAll(assessor, learners, verdict);
      await weather.start('worker,scheduler');
      await cohort.badges.awaitBadges(passes);
      await awaitQuiet(database);
      const before = await contents(database);
      await database.rows(
        `update outbox set done_at = null, dispatched_at = null, epoch = epoch + 1 where payload ->> 'enrollmentId' = any ($1)`,
        [passes.map(({ enrollmentId }) => enrollmentId)],
      );
      await awaitQuiet(database);
      expect(await contents(database)).toEqual(before);
      for (const time of ['first', 'second']) {
        const { code, output } = await runVerb(['reconcile'], variables);
        expect({ time, code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/^0 .*\n0 /) });
      }
      expect(await contents(database)).toEqual(before);
      await weather.expectOneBadgeEach(cohort, passes, { fault: '5 finished deliveries again, and the reconciler twice' });
    });
  });
}

/** Puts each delivery into the queue so many times more, past the relay. */
async function deliverAgain(
  { database, variables }: BadWeather,
  passes: readonly AcknowledgedPass[],
  copies: number,
): Promise<void> {
  const rows = await database.rows<{ id: string; job: string }>(
    `select id, job from outbox where payload ->> 'enrollmentId' = any ($1)`,
    [passes.map(({ enrollmentId }) => enrollmentId)],
  );
  expect(rows).toHaveLength(passes.length);
  const connections = { applicationUrl: database.applicationUrl, ownerUrl: null };
  const queue = new QueueBackend(readEnvironment(variables), connections).queue('credentials');
  try {
    const jobs = rows.flatMap(({ id, job }) =>
      Array.from({ length: copies }, (_, copy) => ({
        name: job,
        data: { outboxIds: [id] },
        opts: { jobId: `${id}-again-${copy}`, removeOnComplete: true, removeOnFail: true },
      })),
    );
    await queue.addBulk(jobs);
    await until('the copies in the queue', async () => (await queue.getWaitingCount()) >= jobs.length);
  } finally {
    await queue.close();
  }
}
