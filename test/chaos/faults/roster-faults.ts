import { describe, expect } from '@jest/globals';
import type { Drill } from '../support/drill.js';
import { PlatformInBadWeather } from '../support/course-of-lms.js';
import type { Stop } from '../support/gate.js';
import { awaitQuiet } from '../support/judge.js';
import { say } from '../support/tally.js';

const LEARNERS = 118;
const PAGES = 3;

/** Applying a roster is some transactions: killed before the last of them, each leaves another state behind. */
const WRITES: Stop[] = [
  { before: 'insert', table: 'enrollment' },
  { before: 'update', table: 'lti_roster', when: 'new.answered_at is distinct from old.answered_at' },
];

export function rosterFaults(drill: Drill): void {
  describe('A worker that reads a roster of three pages', () => {
    drill('and is killed between pages and at every step of applying it ends where an undisturbed one does', async (weather) => {
      const { database } = weather;
      const { learners } = await weather.cohort(2);
      const platform = await PlatformInBadWeather.begin(weather);
      const [undisturbed, disturbed] = [
        await platform.shows(LEARNERS, learners[0]!),
        await platform.shows(LEARNERS, learners[1]!),
      ];
      const pagesOf = ({ course }: typeof disturbed) =>
        platform.lms.requestsTo('roster').filter(({ url }) => url.pathname.includes(`/${course.id}/`));

      let worker = await weather.start('worker,scheduler');
      await platform.ask(undisturbed);
      await platform.awaitRead(undisturbed);
      expect(pagesOf(undisturbed)).toHaveLength(PAGES);

      const secondPage = new Promise<void>((resolve) =>
        platform.lms.faults.next(
          'roster',
          { delayMs: 2_000 },
          {
            when: ({ url }) => {
              const isIt = url.pathname.includes(`/${disturbed.course.id}/`) && url.searchParams.has('from');
              if (isIt) resolve();
              return isIt;
            },
          },
        ),
      );
      await platform.ask(disturbed);
      await secondPage;
      await worker.kill();
      await platform.endTurn(disturbed);
      expect(await platform.madeOf(disturbed)).toEqual([]);

      const left: { people: number; places: number }[] = [];
      for (const write of WRITES) {
        const gate = await weather.closeGate(write);
        worker = await weather.start('worker,scheduler');
        await gate.awaitArrival();
        await worker.kill();
        await gate.remove();
        await platform.endTurn(disturbed);
        const made = await platform.madeOf(disturbed);
        left.push({ people: made.length, places: made.flatMap(({ places }) => places).length });
      }
      expect(left).toEqual([
        { people: LEARNERS + 2, places: 0 },
        // All of it, and nobody wrote down that the roster was read.
        { people: LEARNERS + 2, places: LEARNERS + 1 },
      ]);

      await weather.start('worker,scheduler');
      await platform.awaitRead(disturbed);
      await awaitQuiet(database);
      const made = await platform.madeOf(disturbed);
      expect(made).toHaveLength(LEARNERS + 2);
      expect(made).toEqual(await platform.madeOf(undisturbed));
      expect(made.filter(({ places }) => places.length !== 1).map(({ name }) => name)).toEqual(['Tove Lind']);
      expect(platform.lms.refusals).toEqual([]);
      say(
        `  worker killed in a roster of ${LEARNERS + 2} people: ${WRITES.length + 1} times; ${pagesOf(disturbed).length} pages asked for`,
      );
    });
  });
}
