import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { system } from '../../src/platform/database/scope.js';
import type { Tx } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { type Notice, notify } from '../../src/platform/notices/notify.js';
import { openTestDatabase } from '../support/database.js';

const RIVERSIDE = newId();
const [AMIRA, BRUNO, CHIARA, NOBODY] = [newId(), newId(), newId(), newId()];
const NOON = new Date('2026-03-02T12:00:00Z');
const LATER = new Date('2026-03-02T13:00:00Z');
const PLACE = newId();

let world: Awaited<ReturnType<typeof openTestDatabase>>;
const here = <Result>(act: (tx: Tx) => Promise<Result>) => world.work.run({ institutionId: RIVERSIDE }, act);
const tell = (notices: readonly Partial<Notice>[], now = NOON) =>
  here((tx) =>
    notify(
      tx,
      notices.map((notice) => ({
        institutionId: RIVERSIDE,
        personId: AMIRA,
        kind: 'badge_issued',
        dedupeKey: newId(),
        ...notice,
      })),
      now,
    ),
  );
const inProduct = (personId: string) =>
  here((tx) =>
    tx.query(
      `select kind, dedupe_key as key, enrollment_id as "enrollmentId", offering_id as "offeringId", particulars, created_at as at
         from notice where person_id = $1 order by id`,
      [personId],
    ),
  );

beforeAll(async () => {
  world = await openTestDatabase();
  await world.work.run(system('a test makes its people'), async (tx) => {
    await tx.query(
      `insert into institution (id, slug, name, description, language, time_zone, accreditation, identifiers, version, created_at)
       values ($1, 'riverside', 'Riverside', '', 'en', 'UTC', '[]', '[]', 1, now())`,
      [RIVERSIDE],
    );
    for (const [id, name, locale] of [
      [AMIRA, 'Amira', 'de'],
      [BRUNO, 'Bruno', 'en'],
      [CHIARA, 'Chiara', 'en'],
    ] as const) {
      await tx.query(
        `insert into person (id, email, name, operator, locale, time_zone, created_at)
         values ($1, $2 || '@learner.example', $2, false, $3, 'UTC', now())`,
        [id, name, locale],
      );
      await tx.query('insert into membership (id, institution_id, person_id, created_at) values ($1, $2, $3, now())', [
        newId(),
        RIVERSIDE,
        id,
      ]);
    }
    await tx.query(
      `insert into notice_preference (institution_id, person_id, kind, in_product, by_mail)
       values ($1, $2, 'badge_issued', false, true), ($1, $3, 'badge_issued', true, false)`,
      [RIVERSIDE, BRUNO, CHIARA],
    );
  });
});
afterAll(() => world.close());

describe('notices of some people at once', () => {
  it('are told where each chose to hear of their kind, and answered in their order', async () => {
    const told = await tell([
      { personId: CHIARA },
      { personId: NOBODY },
      { kind: 'grading_waiting', offeringId: PLACE },
      { personId: BRUNO },
      { dedupeKey: 'badge:1', enrollmentId: PLACE, particulars: { words: 'größer "}' } },
    ]);
    expect(told.map(({ isNew, byMail, reader }) => [reader?.name, isNew, byMail])).toEqual([
      ['Chiara', true, false],
      [undefined, false, false],
      ['Amira', true, false],
      ['Bruno', true, true],
      ['Amira', true, true],
    ]);
    expect(told[4]?.reader).toEqual({ name: 'Amira', email: 'Amira@learner.example', locale: 'de', timeZone: 'UTC' });
    expect(await inProduct(BRUNO)).toEqual([]);
    expect(await inProduct(AMIRA)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'grading_waiting', enrollmentId: null, offeringId: PLACE, particulars: {} }),
        {
          kind: 'badge_issued',
          key: 'badge:1',
          enrollmentId: PLACE,
          offeringId: null,
          particulars: { words: 'größer "}' },
          at: NOON,
        },
      ]),
    );
  });

  it('are told once, and what goes on again when it was read', async () => {
    const both = [{ dedupeKey: 'once' }, { dedupeKey: 'goes on', renews: true }] as const;
    const isNew = async (now: Date) => (await tell(both, now)).map((one) => one.isNew);
    expect(await isNew(NOON)).toEqual([true, true]);
    expect(await isNew(LATER)).toEqual([false, false]);
    await here((tx) => tx.query(`update notice set read_at = now() where dedupe_key in ('once', 'goes on')`));
    expect(await isNew(LATER)).toEqual([false, true]);
    expect(await inProduct(AMIRA)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ key: 'once', at: NOON }),
        expect.objectContaining({ key: 'goes on', at: LATER }),
      ]),
    );
  });

  it('are one, or hundreds', async () => {
    expect(await tell([])).toEqual([]);
    expect(await tell([{}])).toEqual([expect.objectContaining({ isNew: true, byMail: true })]);
    const told = await tell(Array.from({ length: 400 }, (_, place) => ({ personId: place % 2 ? BRUNO : CHIARA })));
    expect(told.map(({ reader }) => reader?.name)).toEqual(
      Array.from({ length: 400 }, (_, place) => (place % 2 ? 'Bruno' : 'Chiara')),
    );
  });
});
