import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { system } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { recordEvents } from '../../src/platform/events/record-event.js';
import { withClient } from '../support/database.js';
import { type Gradebook, startGradebook } from '../support/lti-grades.js';
import { addManyPlaces } from '../support/many-places.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const LONG = 60_000;
const MANY = 5_000;
const READ_FOR_SCORES = ['enrollment', 'activity_progress', 'course_completion', 'quiz_attempt', 'attempt'];

describe('An institution with a course in an LMS and thousands of learners', () => {
  let world: Riverside;
  let book: Gradebook;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    book = await startGradebook(world);
    const { institutionId, offeringId, edition } = world;
    await addManyPlaces(world.database.superuserUrl, { institutionId, offeringId, editionId: edition.id, count: MANY });
    await withClient(world.database.superuserUrl, async (client) => {
      await client.query(
        `insert into activity_progress (institution_id, enrollment_id, activity_id, value, completed_at, waived, updated_at)
         select e.institution_id, e.id, $1, 1, now(), false, now() from enrollment e where e.state = 'active'`,
        [edition.activityIds[0]],
      );
      await client.query('analyze activity_progress');
    });
  }, LONG);
  afterAll(async () => {
    await book?.close();
    await world?.close();
  });

  it(
    'looks for the scores that some events may change without reading through what all of them did',
    async () => {
      const { institutionId } = world;
      const enrollments = await world.rows<{ id: string }>(
        `select id from enrollment where state = 'active' order by id limit 5`,
      );
      const readThrough = await world.get(UnitOfWork).run(system('tests look everywhere'), async (tx) => {
        const event = { institutionId, type: 'enrollment.completed', actorId: null, occurredAt: world.clock.now() };
        await recordEvents(
          tx,
          enrollments.map(({ id }) => ({ ...event, subject: { type: 'enrollment', id } })),
        );
        const [read] = await tx.query<{ rows: number }>(
          'select sum(seq_tup_read)::int as rows from pg_stat_xact_user_tables where relname = any($1)',
          [READ_FOR_SCORES],
        );
        return read?.rows;
      });
      const asked = await world.rows<{ count: number }>(`select count(*)::int from outbox where job = 'desire-scores'`);
      expect({ readThrough, asked: asked[0]?.count }).toEqual({ readThrough: 0, asked: enrollments.length });
    },
    LONG,
  );
});
