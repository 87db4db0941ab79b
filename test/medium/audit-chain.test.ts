import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/platform/clock.js';
import type { Tx } from '../../src/platform/database/unit-of-work.js';
import { recordEvent } from '../../src/platform/events/record-event.js';
import { SealAuditChain } from '../../src/platform/events/seal-audit-chain.js';
import { type ChainVerdict, verifyAuditChain } from '../../src/platform/events/verify-audit-chain.js';
import { newId } from '../../src/platform/ids.js';
import { openTestDatabase, withClient } from '../support/database.js';

describe('The audit chain', () => {
  let world: Awaited<ReturnType<typeof openTestDatabase>>;
  let seal: SealAuditChain;
  let riverside: string;
  let lakeside: string;

  beforeAll(async () => {
    world = await openTestDatabase();
    seal = new SealAuditChain(world.work, systemClock);
  });
  afterAll(() => world.close());

  beforeEach(() => {
    riverside = newId();
    lakeside = newId();
  });

  const happen = (tx: Tx, institutionId: string, particulars: Record<string, unknown> = {}) =>
    recordEvent(tx, {
      institutionId,
      type: 'test.happened',
      actorId: null,
      subject: { type: 'test', id: newId() },
      particulars,
      occurredAt: new Date(),
    });

  const record = async (institutionId: string, count = 1) =>
    world.work.run({ institutionId }, async (tx) => {
      for (let number = 1; number <= count; number++)
        await happen(tx, institutionId, { number, note: 'Łukasz', nested: [{ b: 0.1, a: null }] });
    });

  const verify = (institutionId: string): Promise<ChainVerdict> =>
    world.work.run({ institutionId }, (tx) => verifyAuditChain((sql, parameters) => tx.query(sql, parameters), institutionId));

  /** What only somebody with the superuser's password can do. */
  const tamper = (sql: string, parameters: unknown[]) =>
    withClient(world.database.superuserUrl, async (client) => {
      await client.query(`alter table event disable trigger append_only; alter table audit_link disable trigger append_only`);
      await client.query(sql, parameters);
      await client.query(`alter table event enable trigger append_only; alter table audit_link enable trigger append_only`);
    });

  it('holds every event once, numbered without a gap for each institution', async () => {
    await record(riverside, 3);
    await record(lakeside, 2);
    expect(await seal.run()).toBe(5);
    expect(await verify(riverside)).toEqual({ links: 3, head: { sequence: 3, hash: expect.any(String) }, faults: [] });
    expect(await verify(lakeside)).toMatchObject({ links: 2, faults: [] });
  });

  it('goes on where it ended, and does nothing when nothing happened', async () => {
    await record(riverside, 2);
    await seal.run();
    await record(riverside, 1);
    expect(await seal.run()).toBe(1);
    expect(await seal.run()).toBe(0);
    expect(await verify(riverside)).toMatchObject({ links: 3, faults: [] });
  });

  it('takes more events than fit in one transaction', async () => {
    await record(riverside, 4_203);
    expect(await seal.run()).toBe(4_203);
    expect(await verify(riverside)).toMatchObject({ links: 4_203, faults: [] });
  });

  it('is continued by two schedulers at once without a number given twice', async () => {
    await record(riverside, 5_000);
    // Connections that are open already, so that they really run at once.
    await Promise.all([1, 2, 3].map(() => world.dataSource.query('select pg_sleep(0.2)')));
    const sealed = await Promise.all([seal.run(), seal.run(), seal.run()]);
    expect(sealed.reduce((sum, count) => sum + count)).toBe(5_000);
    expect(await verify(riverside)).toMatchObject({ links: 5_000, faults: [] });
  });

  it('holds an event of a transaction that began before others and ended after the chain had passed them', async () => {
    await world.work.run({ institutionId: riverside }, async (tx) => {
      await happen(tx, riverside);
      await record(riverside, 2);
      expect(await seal.run()).toBe(2);
    });
    expect(await seal.run()).toBe(1);
    expect(await verify(riverside)).toMatchObject({ links: 3, faults: [] });
  });

  it('holds events that one statement recorded together', async () => {
    await world.work.run({ institutionId: riverside }, (tx) =>
      tx.query(
        `insert into event (id, institution_id, type, actor_id, subject_type, subject_id, particulars, occurred_at)
         select id, $1, 'test.happened', null, 'test', id, '{}', now() from unnest($2::uuid[]) as id`,
        [riverside, [newId(), newId(), newId()]],
      ),
    );
    expect(await seal.run()).toBe(3);
  });

  it.each([
    ['its particulars', `update event set particulars = particulars || '{"number": 9}' where id = $1`],
    ['its actor', 'update event set actor_id = id where id = $1'],
    ['its time, by a microsecond', `update event set occurred_at = occurred_at + interval '1 microsecond' where id = $1`],
  ])('shows that somebody changed an event: %s', async (_what, change) => {
    await record(riverside, 4);
    await seal.run();
    await tamper(change, [await eventAt(2)]);
    expect((await verify(riverside)).faults).toEqual([{ sequence: 2, reason: 'hash_wrong' }]);
  });

  it('shows that somebody deleted an event', async () => {
    await record(riverside, 4);
    await seal.run();
    await tamper('delete from event where id = $1', [await eventAt(3)]);
    expect((await verify(riverside)).faults).toEqual([{ sequence: 3, reason: 'event_missing' }]);
  });

  it('shows that somebody deleted an event together with its link', async () => {
    await record(riverside, 4);
    await seal.run();
    const event = await eventAt(2);
    await tamper('delete from audit_link where event_id = $1', [event]);
    await tamper('delete from event where id = $1', [event]);
    expect((await verify(riverside)).faults).toEqual([{ sequence: 2, reason: 'gap' }]);
  });

  it('shows that somebody replaced a link', async () => {
    await record(riverside, 3);
    await seal.run();
    await tamper(`update audit_link set hash = repeat('a', 64) where event_id = $1`, [await eventAt(1)]);
    expect((await verify(riverside)).faults.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  async function eventAt(sequence: number): Promise<string> {
    const [link] = await world.work.run({ institutionId: riverside }, (tx) =>
      tx.query<{ id: string }>('select event_id as id from audit_link where sequence = $1', [sequence]),
    );
    return link?.id ?? '';
  }
});
