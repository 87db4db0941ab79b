import { describe, expect } from '@jest/globals';
import type { BadWeather } from '../support/bad-weather.js';
import type { Drill } from '../support/drill.js';
import { seconds } from '../support/tally.js';
import { type AcknowledgedPass, passAll, triesAgain } from '../support/verdicts.js';

const COHORT = 40;

export function databaseFaults(drill: Drill): void {
  describe('PostgreSQL', () => {
    drill('may end every connection again and again under load: what was answered stays', async (weather) => {
      const { database, assessor } = weather;
      const cohort = await weather.cohort(COHORT);
      const { learners, verdict } = cohort;
      const worker = await weather.start('worker,scheduler');
      const cuts: Promise<number>[] = [];
      const passes = await passAll(assessor, learners, verdict, {
        onPass: (done) => {
          if (done % 8 === 0 && done < COHORT) cuts.push(database.endConnections());
        },
      });
      const ended = await Promise.all(cuts);
      expect(ended.every((count) => count > 0)).toBe(true);
      expect(worker.alive && weather.api.alive).toBe(true);
      await weather.expectOneBadgeEach(cohort, passes, {
        fault: 'all connections ended under load',
        times: ended.length,
        remarks: [`${sum(ended)} connections`, triesAgain(passes), longestAnswer(passes)],
      });
    });

    drill('may be stopped at once and started again under load: what was answered stays', async (weather) => {
      const { assessor } = weather;
      const cohort = await weather.cohort(COHORT);
      const { learners, verdict } = cohort;
      const worker = await weather.start('worker,scheduler');
      let restart: Promise<{ stopped: number; back: number }> | undefined;
      const answers: number[] = [];
      const passes = await passAll(assessor, learners, verdict, {
        onPass: (done) => {
          answers.push(performance.now());
          if (done === COHORT / 4) restart = stopAndStart(weather);
        },
      });
      if (!restart) throw new Error('The database was not stopped');
      const { stopped, back } = await restart;
      const first = answers.find((at) => at > back) ?? back;
      expect(worker.alive && weather.api.alive).toBe(true);
      await weather.expectOneBadgeEach(cohort, passes, {
        fault: 'PostgreSQL stopped at once and restarted under load',
        remarks: [
          `away ${seconds(back - stopped)}, first answer ${seconds(first - back)} after that`,
          triesAgain(passes),
          longestAnswer(passes),
        ],
      });
    });

    drill('may be away when a worker is asked to stop: it stops, and the badges follow', async (weather) => {
      const { database, assessor } = weather;
      const cohort = await weather.cohort(5);
      const { learners, verdict } = cohort;
      const worker = await weather.start('worker,scheduler');
      const gate = await weather.closeGate({ before: 'insert', table: 'credential' });
      const passes = await passAll(assessor, learners, verdict);
      await gate.awaitArrival(1);
      await database.stopAtOnce();
      const asked = performance.now();
      expect(await worker.stop()).toEqual({ code: 0, signal: null });
      const ended = performance.now() - asked;
      await database.startAgain();
      await gate.remove();
      await weather.start('worker,scheduler');
      await weather.expectOneBadgeEach(cohort, passes, {
        fault: 'SIGTERM while PostgreSQL is away',
        remarks: [`stopped in ${seconds(ended)}`],
      });
    });
  });
}

async function stopAndStart({ database }: BadWeather): Promise<{ stopped: number; back: number }> {
  const stopped = performance.now();
  await database.stopAtOnce();
  await database.startAgain();
  return { stopped, back: performance.now() };
}

function longestAnswer(passes: readonly AcknowledgedPass[]): string {
  return `longest verdict with all its tries ${seconds(Math.max(...passes.map(({ took }) => took)))}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
