import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rosterPage } from '../../src/modules/reporting/data/roster.sql.js';
import { riskMoments } from '../../src/modules/reporting/domain/learner-risk.js';
import type { RosterFilter, RosterSort } from '../../src/modules/reporting/domain/roster.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { addManyPlaces } from '../support/many-places.js';
import { countStatements } from '../support/statements.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

interface Row {
  enrollmentId: string;
  name: string;
  state: string;
  risk: string | null;
  createdAt: string;
}

interface Body {
  items: Row[];
  next: string | null;
}

const MANY = 100_000;

describe('The roster', () => {
  let world: Riverside;
  let offeringId: string;
  let otherId: string;
  const people: string[] = [];

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    offeringId = await world.offer(world.edition.id, { title: 'Of a hundred thousand' });
    otherId = await world.offer(world.edition.id, { title: 'Of a few' });
    for (const name of ['Amara Okafor', 'Jonas Wolf', 'Lea Amann']) {
      const person = await world.member(name.split(' ')[0] ?? '', ['learner']);
      await world.rows('update person set name = $2 where id = $1', [person.personId, name]);
      people.push((await world.enroll(person, otherId)).enrollmentId);
      world.clock.advance(1_000);
    }
    await addManyPlaces(world.database.superuserUrl, {
      institutionId: world.institutionId,
      offeringId,
      editionId: world.edition.id,
      count: MANY,
    });
  }, 120_000);
  afterAll(() => world.close());

  const page = async (query: string, { browser } = world.olga) => (await browser.get(`/api/v1/roster?${query}`)).json<Body>();
  const names = async (query: string) => (await page(query)).items.map(({ name }) => name);
  const count = async (query: string) => (await world.olga.browser.get(`/api/v1/roster/count?${query}`)).json<object>();

  it('finds people by beginnings of their names and addresses, in any order', async () => {
    const of = `offeringId=${otherId}&sort=oldest`;
    expect(await names(`${of}&q=am`)).toEqual(['Amara Okafor', 'Lea Amann']);
    expect(await names(`${of}&q=oka%20AMA`)).toEqual(['Amara Okafor']);
    expect(await names(`${of}&q=wolf%20jonas.`)).toEqual(['Jonas Wolf']);
    expect(await names(`${of}&q=mara`)).toEqual([]);
    expect(await names(`${of}&q=%25`)).toEqual([]);
  });

  it('finds somebody by the name they have now', async () => {
    const [row] = await world.rows<{ personId: string }>('select person_id as "personId" from enrollment where id = $1', [
      people[1],
    ]);
    await world.rows(`update person set name = 'Jona Sterk' where id = $1`, [row?.personId]);
    expect(await names(`offeringId=${otherId}&q=sterk`)).toEqual(['Jona Sterk']);
    expect(await names(`offeringId=${otherId}&q=wolf`)).toEqual([]);
    expect(await names(`offeringId=${otherId}&q=jonas.`)).toEqual(['Jona Sterk']);
    await world.rows(`update person set name = 'Jonas Wolf', email = 'jw@riverside.example' where id = $1`, [row?.personId]);
    expect(await names(`offeringId=${otherId}&q=jonas.`)).toEqual([]);
  });

  it.each<RosterSort>(['newest', 'oldest', 'name'])('goes through everybody once, by %s', async (sort) => {
    const seen: Row[] = [];
    const filter = `q=given7%20family7&sort=${sort}&limit=100&state=active`;
    for (let cursor = ''; ;) {
      const { items, next } = await page(`${filter}${cursor}`);
      seen.push(...items);
      if (next === null) break;
      cursor = `&cursor=${next}`;
    }
    expect(new Set(seen.map(({ enrollmentId }) => enrollmentId)).size).toBe(seen.length);
    expect(await count('q=given7%20family7&state=active')).toEqual({ count: seen.length, isMore: false });
    expect(seen.length).toBeGreaterThan(1_000);
    const keys = seen.map(({ name, createdAt }) => (sort === 'name' ? name.toLowerCase() : createdAt));
    expect(sort === 'newest' ? keys.toReversed() : keys).toEqual(keys.toSorted());
  });

  it('counts no further than anybody reads', async () => {
    expect(await count('')).toEqual({ count: 100_000, isMore: true });
    expect(await count('state=withdrawn')).toEqual({ count: 10_000, isMore: false });
  });

  it('cannot go on in another order, nor from somewhere else', async () => {
    const { next } = await page('sort=name');
    expect((await world.olga.browser.get(`/api/v1/roster?sort=oldest&cursor=${next}`)).status).toBe(400);
    expect((await world.olga.browser.get('/api/v1/roster?cursor=WyJuZXdlc3QiXQ')).status).toBe(400);
  });

  it('is the business of its institution’s office alone', async () => {
    const lotte = await world.member('Lotte', ['office'], world.lakesideId);
    expect((await page('q=given', lotte)).items).toEqual([]);
    expect((await world.ines.browser.get('/api/v1/roster')).status).toBe(403);
  });

  it('says who is at risk, and nobody else', async () => {
    const risky = (await page(`atRisk=true&offeringId=${offeringId}&limit=100`)).items;
    expect(risky).toHaveLength(100);
    expect(risky.every(({ risk, state }) => risk === 'idle' && state === 'active')).toBe(true);
    expect(await names(`atRisk=true&offeringId=${otherId}`)).toEqual([]);
  });

  it('asks once for a page', async () => {
    const bare = await countStatements(() => world.olga.browser.get('/api/v1/institution'));
    // That one asks once.
    expect(await countStatements(() => page('q=given7&state=active&limit=100'))).toBe(bare);
  });

  it.each<[RosterFilter, RosterSort, string]>([
    [{}, 'newest', 'enrollment_institution'],
    [{ state: 'withdrawn' }, 'newest', 'enrollment_state'],
    [{}, 'name', 'member_word_name'],
    [{ q: 'given7 99907' }, 'newest', 'member_word_word'],
  ])('%j by %s is found by %s, without looking through a table', async (filter, sort, index) => {
    const { text, values } = rosterPage(filter, sort, riskMoments(world.clock.now()), null, 51);
    const plan = await world
      .get(UnitOfWork)
      .run({ institutionId: world.institutionId }, (tx) => tx.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values));
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toContain(index);
    expect(lines).not.toMatch(/Seq Scan on (enrollment|person|membership|member_word)\b/);
  });

  it('comes out as CSV, all of a filter or what was chosen', async () => {
    const csv = async (query: string) => (await world.olga.browser.get(`/api/v1/roster.csv?${query}`)).text.trim().split('\n');
    const [header, ...rows] = await csv(`offeringId=${otherId}&q=am`);
    expect(header).toBe(
      'Name,Email,Micro-credential,Offering,State,Enrolled at (UTC),Started at (UTC),Project due at (UTC),Ended at (UTC),Enrolment',
    );
    expect(rows.map((row) => row.split(',')[0])).toEqual(['Lea Amann', 'Amara Okafor']);
    expect(await csv(`ids=${people[1]}`)).toHaveLength(2);
    expect(await csv('state=withdrawn')).toHaveLength(10_001);
  });
});
