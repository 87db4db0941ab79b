import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../support/database.js';
import { FAIL, PASS } from '../support/riverside-edition.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

const APPEND_ONLY = ['attempt', 'attempt_withdrawal', 'assessment'];

describe('What was handed in and what was decided', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    const amara = await world.ready('Amara');
    const taken = await world.handIn(amara);
    await amara.browser.post(`/api/v1/attempts/${taken.id}/withdrawal`);
    const { id } = await world.handIn(amara);
    await world.assess(world.ada, id, FAIL);
    const correction = { ...PASS, standingVersion: 1, reason: 'Overlooked the appendix.' };
    await world.olga.browser.post(`/api/v1/attempts/${id}/corrections`, correction);
  });
  afterAll(() => world.close());

  it.each(APPEND_ONLY)('stays as it is: the application may not change or delete a row of %s', async (table) => {
    expect(await world.rows(`select from ${table}`)).not.toHaveLength(0);
    await expect(world.rows(`update ${table} set institution_id = institution_id`)).rejects.toThrow(/permission denied/);
    await expect(world.rows(`delete from ${table}`)).rejects.toThrow(/permission denied/);
  });

  it.each(APPEND_ONLY)('stays as it is even for who owns the table %s', async (table) => {
    await withClient(world.database.superuserUrl, async (client) => {
      await expect(client.query(`update ${table} set institution_id = institution_id`)).rejects.toThrow('append-only');
      await expect(client.query(`delete from ${table}`)).rejects.toThrow('append-only');
      await expect(client.query(`truncate ${table} cascade`)).rejects.toThrow('append-only');
    });
  });

  it('is numbered without gaps', async () => {
    expect(await world.rows('select number from attempt order by number')).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await world.rows('select version, verdict, marker from assessment order by version')).toEqual([
      { version: 1, verdict: 'failed', marker: 'first' },
      { version: 2, verdict: 'passed', marker: 'correction' },
    ]);
  });

  it('is told by events, in the order it happened', async () => {
    const events = await world.rows<{ type: string }>(
      `select type from event where type ~ '^(attempt|grading|assessment|enrollment.completed)' order by occurred_at, id`,
    );
    expect(events.map(({ type }) => type)).toEqual([
      'attempt.submitted',
      'attempt.withdrawn',
      'attempt.submitted',
      'grading.started',
      'assessment.failed',
      'assessment.passed',
      'enrollment.completed',
    ]);
  });
});
