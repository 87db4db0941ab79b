import { describe, expect } from '@jest/globals';
import { MOST_CHUNKS_IN_FLIGHT } from '../../../src/platform/queue/relay.js';
import type { ApiClient } from '../../../demo/api-client.js';
import type { BadWeather } from '../support/bad-weather.js';
import type { Drill } from '../support/drill.js';
import { findRedis, RedisServer } from '../support/redis-server.js';
import { say, seconds } from '../support/tally.js';
import { until } from '../support/until.js';
import { passAll } from '../support/verdicts.js';

interface OnRedis {
  weather: BadWeather;
  redis: RedisServer;
  /** Ada, at an api that knows of this Redis. */
  assessor: ApiClient;
}

export function redisFaults(drill: Drill): void {
  const program = findRedis();
  if (!program) {
    say('  The drills on Redis are left out: there is neither redis-server nor valkey-server on the PATH.');
    return;
  }
  const drillOnRedis = (name: string, act: (on: OnRedis) => Promise<void>) =>
    drill(name, async (weather) => {
      const redis = await RedisServer.start(program, weather.folder);
      weather.afterDrill(() => redis.stop());
      weather.queueOn(redis.url);
      const { assessor } = await weather.startApi();
      await act({ weather, redis, assessor });
    });

  describe('Redis as the queue', () => {
    drillOnRedis('may lose a worker in the middle of storing a badge', async ({ weather, assessor }) => {
      const cohort = await weather.cohort(1);
      const { learners, verdict } = cohort;
      const passes = await passAll(assessor, learners, verdict);
      const gate = await weather.closeGate({ before: 'insert', table: 'credential' });
      const worker = await weather.start('worker,scheduler');
      await gate.awaitArrival();
      await worker.kill();
      await gate.remove();
      await weather.start('worker,scheduler');
      await weather.expectOneBadgeEach(cohort, passes, { fault: 'worker killed on Redis' });
    });

    drillOnRedis('may be flushed with all passes pending', async ({ weather, redis, assessor }) => {
      const cohort = await weather.cohort(50);
      const { learners, verdict } = cohort;
      const gate = await weather.closeGate({ before: 'insert', table: 'credential_intent' });
      await weather.start('worker,scheduler');
      const passes = await passAll(assessor, learners, verdict);
      await awaitDispatch(weather);
      expect(await redis.size()).toBeGreaterThan(0);
      await redis.flush();
      await gate.remove();
      await weather.expectOneBadgeEach(cohort, passes, { fault: 'FLUSHALL with 50 passes pending' });
    });

    drillOnRedis('may be restarted and remember nothing', async ({ weather, redis, assessor }) => {
      const cohort = await weather.cohort(30);
      const { learners, verdict } = cohort;
      const gate = await weather.closeGate({ before: 'insert', table: 'credential_intent' });
      await weather.start('worker,scheduler');
      const passes = await passAll(assessor, learners, verdict);
      await awaitDispatch(weather);
      await redis.stop();
      await redis.startAgain();
      await gate.remove();
      await weather.expectOneBadgeEach(cohort, passes, { fault: 'Redis restarted without its data' });
    });

    drillOnRedis(
      'may be away: verdicts are answered all the same, and the badges follow when it is back',
      async ({ weather, redis, assessor }) => {
        const { database } = weather;
        const cohort = await weather.cohort(20);
        const { learners, verdict } = cohort;
        await weather.start('worker,scheduler');
        await redis.stop();
        const passes = await passAll(assessor, learners, verdict);
        const issued = await database.rows('select from credential where enrollment_id = any ($1)', [
          passes.map(({ enrollmentId }) => enrollmentId),
        ]);
        expect(issued).toHaveLength(0);
        const back = new Date();
        await redis.startAgain();
        await cohort.badges.awaitBadges(passes);
        const lastBadge = Math.max(...passes.map(({ enrollmentId }) => cohort.badges.seenAt(enrollmentId)?.getTime() ?? 0));
        await weather.expectOneBadgeEach(cohort, passes, {
          fault: 'Redis away while 20 verdicts were given',
          remarks: [
            `longest answer to a verdict ${seconds(Math.max(...passes.map(({ took }) => took)))}`,
            `last badge ${seconds(lastBadge - back.getTime())} after Redis was back`,
          ],
        });
      },
    );

    drillOnRedis('may be away when Cairn starts, and when it is asked to stop', async ({ weather, redis, assessor }) => {
      const cohort = await weather.cohort(5);
      const { learners, verdict } = cohort;
      await redis.stop();
      const first = await weather.start('worker,scheduler');
      const passes = await passAll(assessor, learners, verdict);
      const asked = performance.now();
      expect(await first.stop()).toEqual({ code: 0, signal: null });
      const ended = performance.now() - asked;
      await weather.start('worker,scheduler');
      await redis.startAgain();
      await weather.expectOneBadgeEach(cohort, passes, {
        fault: 'Cairn started and stopped without Redis',
        remarks: [`stopped in ${seconds(ended)}`],
      });
    });
  });
}

/** Waits until the relay has handed everything to the queue. */
/** Until the queue holds all that the relay hands over: every delivery, or as many chunks at a time as it lets be in flight. */
async function awaitDispatch({ database }: BadWeather): Promise<void> {
  await until('a full queue', async () => {
    const [open] = await database.rows<{ waiting: number; chunks: number }>(
      `select count(*) filter (where dispatched_at is null)::int as waiting,
              count(distinct chunk_id) filter (where dispatched_at is not null)::int as chunks
         from outbox where done_at is null and dead_at is null`,
    );
    return open && (open.waiting === 0 || open.chunks >= MOST_CHUNKS_IN_FLIGHT);
  });
}
