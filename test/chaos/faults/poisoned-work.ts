import { describe, expect } from '@jest/globals';
import type { BadWeather } from '../support/bad-weather.js';
import type { Drill } from '../support/drill.js';
import { runVerb } from '../support/cairn-process.js';
import { seconds } from '../support/tally.js';
import { until } from '../support/until.js';
import { passAll } from '../support/verdicts.js';

interface Delivery {
  id: string;
  attempts: number;
  dead_at: string | null;
  last_error: string | null;
}

export function poisonedWork(drill: Drill): void {
  describe('Work that always fails', () => {
    drill(
      'holds up nobody, is tried again and then set aside, and succeeds when it is sent again after the repair',
      async (weather) => {
        const { database, assessor, variables } = weather;
        const cohort = await weather.cohort(10);
        const { learners, verdict } = cohort;
        const [unlucky, ...others] = learners;
        if (!unlucky) throw new Error('There is no learner');
        await refuse(weather, unlucky.personId);
        await weather.start('worker,scheduler');
        const passes = await passAll(assessor, learners, verdict);
        await cohort.badges.awaitBadges(others);
        const deliveries = async () =>
          database.rows<Delivery>(
            `select id, attempts, dead_at, last_error from outbox where payload ->> 'enrollmentId' = $1 order by created_at`,
            [unlucky.enrollmentId],
          );
        const begun = performance.now();
        const tried = await until('a third try', async () => (await deliveries()).find(({ attempts }) => attempts >= 3));
        const thirdTry = performance.now() - begun;
        expect(tried.last_error).toContain('chaos refuses this learner');

        // The pauses between tries grow to ten minutes; the drill skips all but the last of them.
        await database.rows('update outbox set attempts = 29, available_at = now() where id = $1', [tried.id]);
        await until('work set aside', async () => (await deliveries()).find(({ dead_at: deadAt }) => deadAt !== null));
        const listed = await runVerb(['outbox', 'list'], variables);
        expect(listed).toMatchObject({ code: 0, output: expect.stringContaining(tried.id) });
        expect(listed.output).toContain('chaos refuses this learner');

        await allow(weather);
        expect(await runVerb(['outbox', 'redrive', tried.id], variables)).toMatchObject({ code: 0 });
        await weather.expectOneBadgeEach(cohort, passes, {
          fault: 'one of 10 deliveries always fails',
          remarks: [`three tries in ${seconds(thirdTry)}, then set aside and sent again`],
        });
      },
    );
  });
}

/** From now on the database accepts no award to this person. */
async function refuse({ database }: BadWeather, personId: string): Promise<void> {
  await database.rows(`
    create function chaos_refusal() returns trigger language plpgsql as $$
    begin raise exception 'chaos refuses this learner'; end $$`);
  await database.rows(
    `create trigger chaos_refusal before insert on credential_intent for each row
       when (new.person_id = '${personId}') execute function chaos_refusal()`,
  );
}

async function allow({ database }: BadWeather): Promise<void> {
  await database.rows('drop function chaos_refusal() cascade');
}
