import { describe, expect } from '@jest/globals';
import type { BadWeather } from '../support/bad-weather.js';
import type { Drill } from '../support/drill.js';
import { type Stop, whileUnreadable } from '../support/gate.js';
import { seconds } from '../support/tally.js';
import { type AcknowledgedPass, passAll } from '../support/verdicts.js';

/** Every write on the way from a delivery to the badge, in order; the first badge of an institution passes all of them. */
const WRITES_OF_THE_BADGE: Stop[] = [
  { before: 'insert', table: 'achievement' },
  { before: 'insert', table: 'signing_key' },
  { before: 'insert', table: 'status_list' },
  { before: 'update', table: 'status_list' },
  { before: 'insert', table: 'credential' },
  { before: 'insert', table: 'credential_intent' },
  { before: 'insert', table: 'event', when: `new.type = 'credential.issued'` },
  { before: 'insert', table: 'outbox', when: `new.job = 'tell-learners'` },
  { before: 'update', table: 'outbox', when: `new.job = 'issue-credential' and new.done_at is not null` },
];

/** And on from there to its letter, which another delivery takes care of. */
const WRITES_OF_THE_LETTER: Stop[] = [
  { before: 'insert', table: 'notice', when: `new.kind = 'badge_issued'` },
  { before: 'insert', table: 'mail_message' },
  { before: 'insert', table: 'outbox', when: `new.job = 'send-mail'` },
  { before: 'update', table: 'outbox', when: `new.job = 'tell-learners' and new.done_at is not null` },
];

const DRAINED_WITHIN_MS = 10_000;

export function workerFaults(drill: Drill): void {
  describe('A worker', () => {
    drill('that is killed at every write on the way to the first badge leaves one badge', (weather) =>
      killAtEach(weather, WRITES_OF_THE_BADGE, 'worker killed at a write'),
    );

    drill('that is killed at every write on the way to the letter about a badge leaves one letter', (weather) =>
      killAtEach(weather, WRITES_OF_THE_LETTER, 'worker killed at a write of the letter'),
    );

    drill('that stands still past its lock, and wakes when another has issued the badge, changes nothing', async (weather) => {
      const { database, assessor } = weather;
      const cohort = await weather.cohort(1);
      const { learners, verdict } = cohort;
      const passes = await passAll(assessor, learners, verdict);
      const gate = await weather.closeGate({ before: 'update', table: 'status_list' });
      const sleeper = await weather.start('worker');
      await gate.awaitArrival();
      // It has decided that the badge is earned, where none is stored yet, and is about to sign: there it stops.
      await whileUnreadable(database, 'signing_key', async (awaitReader) => {
        await gate.remove();
        await awaitReader();
        sleeper.pause();
      });
      const stopped = performance.now();
      const successor = await weather.start('worker,scheduler');
      await cohort.badges.awaitBadges(passes);
      const takenOver = performance.now() - stopped;
      sleeper.resume();
      // A stop waits for the running job, so afterwards the late one has done all it would do.
      expect(await sleeper.stop()).toEqual({ code: 0, signal: null });
      expect(successor.alive).toBe(true);
      await weather.expectOneBadgeEach(cohort, passes, {
        fault: 'worker paused past its lock',
        remarks: [`taken over after ${seconds(takenOver)}`],
      });
    });

    drill(
      'that stands still in the middle of storing holds the badge back no longer than the database lets it',
      async (weather) => {
        const { assessor } = weather;
        const cohort = await weather.cohort(1);
        const { learners, verdict } = cohort;
        const passes = await passAll(assessor, learners, verdict);
        const gate = await weather.closeGate({ before: 'insert', table: 'event', when: `new.type = 'credential.issued'` });
        const sleeper = await weather.start('worker');
        await gate.awaitArrival();
        sleeper.pause();
        const stopped = performance.now();
        await gate.open();
        await weather.start('worker,scheduler');
        await cohort.badges.awaitBadges(passes);
        const takenOver = performance.now() - stopped;
        sleeper.resume();
        await gate.remove();
        expect(await sleeper.stop()).toEqual({ code: 0, signal: null });
        await weather.expectOneBadgeEach(cohort, passes, {
          fault: 'worker paused inside its transaction',
          remarks: [`taken over after ${seconds(takenOver)}`],
        });
      },
    );

    drill('that is asked to stop with work in hand and more waiting finishes the one and leaves the other', async (weather) => {
      const { database, assessor } = weather;
      const cohort = await weather.cohort(50);
      const { learners, verdict } = cohort;
      const gate = await weather.closeGate({ before: 'insert', table: 'credential' });
      const worker = await weather.start('worker');
      const passes: AcknowledgedPass[] = [];
      // One after the other, so that each goes in a delivery of its own; four in flight keep the others in the outbox.
      for (const [index, learner] of learners.slice(0, 4).entries()) {
        passes.push(...(await passAll(assessor, [learner], verdict)));
        await gate.awaitArrival(index + 1);
      }
      passes.push(...(await passAll(assessor, learners.slice(4), verdict)));
      const asked = performance.now();
      const ended = worker.stop();
      await gate.remove();
      expect(await ended).toEqual({ code: 0, signal: null });
      const drained = performance.now() - asked;
      expect(drained).toBeLessThan(DRAINED_WITHIN_MS);
      const [before] = await database.rows<{ done: number }>(
        `select count(*) filter (where done_at is not null)::int as done from outbox where payload ->> 'enrollmentId' = any ($1)`,
        [passes.map(({ enrollmentId }) => enrollmentId)],
      );
      expect(before?.done).toBeGreaterThanOrEqual(4);
      await weather.start('worker,scheduler');
      await weather.expectOneBadgeEach(cohort, passes, {
        fault: 'SIGTERM with 50 passes',
        remarks: [`${before?.done} finished before it ended, ${seconds(drained)} after the signal`],
      });
      // A clean stop hands back; nothing has to be found again or tried again.
      const tried = await database.rows(
        `select from outbox where payload ->> 'enrollmentId' = any ($1) and (epoch > 1 or attempts > 0)`,
        [passes.map(({ enrollmentId }) => enrollmentId)],
      );
      expect(tried).toHaveLength(0);
    });
  });
}

async function killAtEach(weather: BadWeather, writes: readonly Stop[], fault: string): Promise<void> {
  const cohort = await weather.cohort(1);
  const { learners, verdict } = cohort;
  const passes = await passAll(weather.assessor, learners, verdict);
  const waits: number[] = [];
  for (const write of writes) {
    const gate = await weather.closeGate(write);
    const worker = await weather.start('worker,scheduler');
    const begun = performance.now();
    await gate.awaitArrival();
    waits.push(performance.now() - begun);
    await worker.kill();
    await gate.remove();
  }
  await weather.start('worker,scheduler');
  const longest = seconds(Math.max(...waits.slice(1)));
  await weather.expectOneBadgeEach(cohort, passes, {
    fault,
    times: writes.length,
    remarks: [`taken up again by the next worker within ${longest} of its start`],
  });
}
