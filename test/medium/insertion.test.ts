import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { insertion } from '../../src/platform/database/insertion.js';
import { system } from '../../src/platform/database/scope.js';
import { newId } from '../../src/platform/ids.js';
import { openTestDatabase } from '../support/database.js';

const SCOPE = system('a test writes made-up rows');
const COLUMNS = { place: 'integer', id: 'uuid', words: 'text', facts: 'jsonb', at: 'timestamptz', yes: 'boolean' };
const TABLE = `create temp table made_up (place integer unique, id uuid, words text, facts jsonb, at timestamptz, yes boolean) on commit drop`;

// No text of PostgreSQL holds a zero byte, and none half a character.
const words = fc
  .oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', '{"a": "\\"}', 'NULL', '{}', "'", '\\x41', 'Łukasz 🌊', '\r\n\t'))
  .map((text) => text.replaceAll('\0', '').toWellFormed());
const row = fc.tuple(
  fc.option(fc.uuid()),
  fc.option(words),
  fc.option(words.map((text) => JSON.stringify({ text }))),
  fc.option(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })),
  fc.option(fc.boolean()),
);

describe('Many rows in one statement', () => {
  let world: Awaited<ReturnType<typeof openTestDatabase>>;
  beforeAll(async () => {
    world = await openTestDatabase();
  });
  afterAll(() => world.close());

  it('are written as they are, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const numbered = rows.map((values, place) => [place, ...values]);
        const read = await world.work.run(SCOPE, async (tx) => {
          await tx.query(TABLE);
          const { text, values } = insertion('made_up', COLUMNS, numbered);
          await tx.query(text, values);
          return tx.query<Record<string, unknown>>('select place, id, words, facts, at, yes from made_up order by place');
        });
        expect(read.map((one) => Object.values(one))).toEqual(
          numbered.map(([place, id, text, facts, at, yes]) => [
            place,
            id,
            text,
            facts === null ? null : JSON.parse(facts as string),
            at,
            yes,
          ]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('take what follows an insert', async () => {
    const inserted = await world.work.run(SCOPE, async (tx) => {
      await tx.query(TABLE);
      const rows = [1, 2, 1].map((place) => [place, null, `row ${place}`, null, null, true]);
      const { text, values } = insertion('made_up', COLUMNS, rows);
      return tx.query(`${text} on conflict do nothing returning place`, values);
    });
    expect(inserted).toEqual([{ place: 1 }, { place: 2 }]);
  });

  it('are refused by their transaction where an id is none, which says of which column, and the next one goes', async () => {
    const write = (id: string) =>
      world.work.run(SCOPE, async (tx) => {
        await tx.query(TABLE);
        const rows = [newId(), id].map((one, place) => [place, one, 'x', null, null, true]);
        const { text, values } = insertion('made_up', COLUMNS, rows);
        await tx.query(text, values);
        return tx.query('select id from made_up');
      });
    for (const _ of [1, 2]) await expect(write('nobody')).rejects.toThrow('id holds something that is no UUID');
    expect(await write(newId())).toHaveLength(2);
  });

  it('of many transactions at once do not get mixed up', async () => {
    const written = await Promise.all(
      Array.from({ length: 24 }, (_, of) =>
        world.work.run(SCOPE, async (tx) => {
          await tx.query(TABLE);
          const rows = Array.from({ length: 50 }, (__, place) => [place, newId(), `row ${place} of ${of}`, null, null, true]);
          const { text, values } = insertion('made_up', COLUMNS, rows);
          await tx.query(text, values);
          return [rows.map((row) => row.slice(0, 3)), await tx.query('select place, id, words from made_up order by place')];
        }),
      ),
    );
    for (const [rows, read] of written) expect((read as object[]).map((one) => Object.values(one))).toEqual(rows);
  });

  it('are refused when one has too few values', () => {
    expect(() => insertion('made_up', COLUMNS, [[1]])).toThrow(TypeError);
  });
});
