import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { system } from '../../src/platform/database/scope.js';
import type { NamedStatement } from '../../src/platform/database/named-statement.js';
import { Sql } from '../../src/platform/database/sql.js';
import { sqlState } from '../../src/platform/database/unit-of-work.js';
import { recordEvent } from '../../src/platform/events/record-event.js';
import { Problem } from '../../src/platform/http/problem.js';
import { newId } from '../../src/platform/ids.js';
import { openTestDatabase } from '../support/database.js';
import { countStatements } from '../support/statements.js';

const RIVERSIDE = newId();
const LAKESIDE = newId();

describe('UnitOfWork', () => {
  let world: Awaited<ReturnType<typeof openTestDatabase>>;

  beforeAll(async () => {
    world = await openTestDatabase();
    for (const institutionId of [RIVERSIDE, LAKESIDE]) {
      await world.work.run({ institutionId }, (tx) =>
        recordEvent(tx, {
          institutionId,
          type: 'test.happened',
          actorId: null,
          subject: { type: 'test', id: newId() },
          occurredAt: new Date(),
        }),
      );
    }
  });

  afterAll(() => world.close());

  const events = 'select institution_id from event';

  it('shows a transaction the rows of its institution alone, even when the condition is forgotten', async () => {
    const rows = await world.work.run({ institutionId: RIVERSIDE }, (tx) => tx.query<{ institution_id: string }>(events));
    expect(rows.map((row) => row.institution_id)).toEqual([RIVERSIDE]);
  });

  it('shows nothing to a query outside any scope', async () => {
    expect(await world.dataSource.query(events)).toEqual([]);
  });

  it('shows every row to a system scope', async () => {
    expect(await world.work.run(system('a test'), (tx) => tx.query(events))).toHaveLength(2);
  });

  it('refuses to write a row of another institution', async () => {
    const foreign = world.work.run({ institutionId: RIVERSIDE }, (tx) =>
      recordEvent(tx, {
        institutionId: LAKESIDE,
        type: 'test.forged',
        actorId: null,
        subject: { type: 'test', id: newId() },
        occurredAt: new Date(),
      }),
    );
    await expect(foreign).rejects.toThrow('row-level security');
  });

  it('does not let history be rewritten', async () => {
    await expect(world.work.run({ institutionId: RIVERSIDE }, (tx) => tx.query('delete from event'))).rejects.toThrow(
      'permission denied',
    );
  });

  it('leaves nothing of a transaction that fails', async () => {
    const failing = world.work.run({ institutionId: RIVERSIDE }, async (tx) => {
      await recordEvent(tx, {
        institutionId: RIVERSIDE,
        type: 'test.lost',
        actorId: null,
        subject: { type: 'test', id: newId() },
        occurredAt: new Date(),
      });
      throw new Error('the rule refuses');
    });
    await expect(failing).rejects.toThrow('the rule refuses');
    const rows = await world.work.run({ institutionId: RIVERSIDE }, (tx) => tx.query(`${events} where type = 'test.lost'`));
    expect(rows).toEqual([]);
  });

  describe('reading', () => {
    const read = <Row>(institutionId: string, sql: string | NamedStatement, parameters?: unknown[]) =>
      world.work.read({ institutionId }, (tx) => tx.query<Row>(sql, parameters));
    const own: NamedStatement = { name: 'test-events', text: `${events} where type = $1 order by id` };

    it('shows the rows of its institution alone in one statement, to queries and to the mapper', async () => {
      expect(await countStatements(() => read(RIVERSIDE, events))).toBe(1);
      expect(await read(RIVERSIDE, events)).toEqual([{ institution_id: RIVERSIDE }]);
      const byMapper = () =>
        world.work.read({ institutionId: LAKESIDE }, ({ manager }) =>
          manager.createQueryBuilder().select('institution_id').from('event', 'event').getRawMany(),
        );
      expect(await byMapper()).toEqual([{ institution_id: LAKESIDE }]);
      expect(await countStatements(byMapper)).toBe(1);
      expect(await world.work.read(system('a test'), (tx) => tx.query(events))).toHaveLength(2);
    });

    it('leaves nothing of its scope on a connection, whoever reads at once and whatever failed before', async () => {
      const faults = ['select 1/0', 'select nothing_of_the_kind', { name: 'test-broken', text: 'select from nowhere' }];
      const rounds = Array.from({ length: 200 }, async (_, round) => {
        const institutionId = round % 2 === 0 ? RIVERSIDE : LAKESIDE;
        if (round % 5 === 0)
          await expect(read(institutionId, faults[round % 3] ?? '')).rejects.toThrow(/division by zero|does not exist/);
        expect(await read(institutionId, own, ['test.happened'])).toEqual([{ institution_id: institutionId }]);
        expect(await world.dataSource.query(events)).toEqual([]);
      });
      await Promise.all(rounds);
    });

    it('can neither write nor lock', async () => {
      const write = world.work.read({ institutionId: RIVERSIDE }, (tx) =>
        recordEvent(tx, {
          institutionId: RIVERSIDE,
          type: 'test.read',
          actorId: null,
          subject: { type: 'test', id: newId() },
          occurredAt: new Date(),
        }),
      );
      await expect(write).rejects.toThrow('read-only transaction');
      await expect(read(RIVERSIDE, 'select from institution for update')).rejects.toThrow('read-only transaction');
    });

    it('is named by what asked when it fails', async () => {
      const failure = await read(RIVERSIDE, 'select 1/0').catch((error: unknown) => error);
      expect(sqlState(failure)).toBe('22012');
    });

    it('says the same as one transaction', async () => {
      const sql = new Sql(world.dataSource);
      const both = await Promise.all([
        sql.read({ institutionId: RIVERSIDE }, own, ['test.happened']),
        sql.run({ institutionId: RIVERSIDE }, (client) => client.query(own, ['test.happened'])),
      ]);
      expect(both[0]).toEqual(both[1]);
    });
  });

  describe('writing one statement', () => {
    const insert: NamedStatement = {
      name: 'test-write',
      text: `insert into event (id, institution_id, type, actor_id, subject_type, subject_id, particulars, occurred_at)
             values ($1, $2, 'test.written', null, 'test', $1, '{}', now())`,
    };
    const written = (id: string) => world.work.run(system('a test'), (tx) => tx.query(`${events} where id = $1`, [id]));

    it('takes one round trip, and is committed when it is over', async () => {
      const sql = new Sql(world.dataSource);
      const [first, second] = [newId(), newId()];
      await sql.write({ institutionId: RIVERSIDE }, insert, [first, RIVERSIDE]);
      expect(await countStatements(() => sql.write({ institutionId: LAKESIDE }, insert, [second, LAKESIDE]))).toBe(1);
      expect(await written(first)).toEqual([{ institution_id: RIVERSIDE }]);
      expect(await written(second)).toEqual([{ institution_id: LAKESIDE }]);
    });

    it('sees no institution but its own, writes nothing when it fails, and leaves nothing of its scope behind', async () => {
      const sql = new Sql(world.dataSource);
      const id = newId();
      await expect(sql.write({ institutionId: RIVERSIDE }, insert, [id, LAKESIDE])).rejects.toThrow('row-level security');
      await expect(sql.write({ institutionId: RIVERSIDE }, insert, ['no id', RIVERSIDE])).rejects.toThrow('uuid');
      expect(await written(id)).toEqual([]);
      expect(await world.dataSource.query(events)).toEqual([]);
      await sql.write({ institutionId: RIVERSIDE }, insert, [id, RIVERSIDE]);
      expect(await sql.read({ institutionId: LAKESIDE }, { name: 'test-other', text: `${events} where id = $1` }, [id])).toEqual(
        [],
      );
      expect(await written(id)).toHaveLength(1);
    });
  });

  describe('with an Idempotency-Key', () => {
    const scope = (key: string, requestHash = 'same') => ({
      institutionId: RIVERSIDE,
      idempotency: { scope: 'amara POST /things', key, requestHash },
    });

    it('has one effect and the same answer, however often and however parallel it is sent', async () => {
      let effects = 0;
      const create = () =>
        world.work.runOnce(scope('parallel'), async () => {
          effects++;
          return { id: effects, at: new Date(0) };
        });
      const answers = await Promise.all([create(), create(), create(), create()]);
      expect(effects).toBe(1);
      expect(answers).toEqual(Array.from({ length: 4 }, () => ({ id: 1, at: new Date(0) })));
    });

    it('refuses the key for another request', async () => {
      await world.work.runOnce(scope('reused'), async () => 1);
      await expect(world.work.runOnce(scope('reused', 'other'), async () => 2)).rejects.toBeInstanceOf(Problem);
    });

    it('keeps nothing of a failed request, so that it can be tried again', async () => {
      await expect(
        world.work.runOnce(scope('failed'), async () => {
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      expect(await world.work.runOnce(scope('failed'), async () => 'yes')).toBe('yes');
    });
  });
});
