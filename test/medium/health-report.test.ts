import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../src/platform/ids.js';
import { administrator } from '../support/webhooks.js';
import { type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface Report {
  isOperator: boolean;
  checks: { what: string; ok: boolean; found: string; advice: string | null }[];
  queues: { queue: string; setAside: number }[];
  databaseBytes: number | null;
}

describe('The health report', () => {
  let world: Riverside;
  let alma: Member;
  let nils: Member;
  let olaf: Member;
  let ours: string;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    alma = await administrator(world);
    nils = await administrator(world, 'Nils', world.lakesideId);
    olaf = await administrator(world, 'Olaf', world.lakesideId);
    await world.rows('update person set operator = true where id = $1', [olaf.personId]);
    ours = newId();
    await world.rows(
      `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts, dead_at, last_error)
       values ($1::uuid, $2, 'publish-key-history', '{"version": 0}', $1::text, 1, now(), now(), 30, now(), 'Error: away')`,
      [ours, world.institutionId],
    );
  });
  afterAll(() => world?.close());

  const reportOf = async ({ browser }: Member) => (await browser.get('/api/v1/health-report')).json<Report>();
  const setAside = ({ queues }: Report) => queues.reduce((all, queue) => all + queue.setAside, 0);
  const lettersOf = async ({ browser }: Member) =>
    (await browser.get('/api/v1/dead-letters')).json<{ items: { id: string; job: string | null; reason: string }[] }>().items;

  it('makes the checks of the doctor', async () => {
    const { checks } = await reportOf(olaf);
    expect(checks.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['database', 'schema', 'clock', 'queue', 'storage', 'mail', 'disk', 'key secret', 'signing keys']),
    );
    expect(checks.find(({ what }) => what === 'schema')).toMatchObject({ ok: true, found: 'of this version' });
  });

  it('counts the work of the own institution, and of all for who runs the installation', async () => {
    expect(setAside(await reportOf(alma))).toBe(1);
    expect(setAside(await reportOf(nils))).toBe(0);
    expect(setAside(await reportOf(olaf))).toBe(1);
  });

  it('says what was found, and how large the database is, only to who runs the installation', async () => {
    const own = await reportOf(alma);
    expect(own).toMatchObject({ isOperator: false, databaseBytes: null });
    expect(own.checks.every(({ found, advice }) => found === '' && advice === null)).toBe(true);
    const whole = await reportOf(olaf);
    expect(whole.isOperator).toBe(true);
    expect(whole.databaseBytes).toBeGreaterThan(0);
  });

  it('has no name for work that only an earlier version could do, and shows it all the same', async () => {
    await world.rows(
      `insert into outbox (id, institution_id, job, payload, dedupe_key, epoch, created_at, available_at, attempts, dead_at, last_error)
       values ($1::uuid, $2, 'of-an-earlier-version', '{}', $1::text, 1, now(), now(), 30, now(), 'Error: nobody does it')`,
      [newId(), world.lakesideId],
    );
    expect(await lettersOf(nils)).toEqual([expect.objectContaining({ job: null, reason: 'Error: nobody does it' })]);
    await world.rows(`delete from outbox where job = 'of-an-earlier-version'`);
  });

  it('shows work that was given up to whom it concerns, and has it tried again by nobody else', async () => {
    expect(await lettersOf(alma)).toEqual([
      expect.objectContaining({ id: ours, job: 'publish-key-history', reason: 'Error: away' }),
    ]);
    expect(await lettersOf(nils)).toEqual([]);
    expect((await nils.browser.post(`/api/v1/dead-letters/${ours}/redrives`)).status).toBe(404);
    expect((await alma.browser.post(`/api/v1/dead-letters/${ours}/redrives`)).status).toBe(204);
    expect(await lettersOf(alma)).toEqual([]);
    const [event] = await world.rows(`select actor_id as "actorId" from event where type = 'outbox.redriven'`);
    expect(event).toEqual({ actorId: alma.personId });
  });

  it('is for administrators', async () => {
    expect((await world.ines.browser.get('/api/v1/health-report')).status).toBe(403);
  });
});
