import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EnrollFromFile } from '../../src/modules/enrollment/use-cases/from-file/enroll-from-file.js';
import type { Answer } from '../support/browser.js';
import { countStatements, killedAt } from '../support/statements.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

interface FileBody {
  id: string;
  state: string;
  total: number;
  counts: Record<string, number>;
}

interface RowBody {
  line: number;
  state: string;
  email: string | null;
  problems: { field: string; code: string }[];
  reason: string | null;
  enrollmentId: string | null;
}

const IMPORTS = '/api/v1/enrollment-imports';

describe('A file of people to enrol', () => {
  let world: Riverside;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
  });
  afterAll(() => world.close());
  beforeEach(() => world.rows('delete from outbox'));

  let people = 0;
  const somebody = () => `person.${(people += 1)}@example.org,Person ${people}`;
  const many = (count: number) => Array.from({ length: count }, somebody);
  const send = (offeringId: string | null, lines: string[], header = offeringId ? 'email,name' : 'email,name,offering') =>
    world.olga.browser.upload(
      offeringId ? `${IMPORTS}?offeringId=${offeringId}` : IMPORTS,
      'people.csv',
      [header, ...lines].join('\n'),
    );
  const uploaded = async (offeringId: string | null, lines: string[]): Promise<FileBody> => {
    const answer = await send(offeringId, lines);
    expect(answer.status).toBe(201);
    return answer.json<FileBody>();
  };
  const rowsOf = async (id: string) =>
    (await world.olga.browser.get(`${IMPORTS}/${id}/rows?limit=100`)).json<{ items: RowBody[] }>().items;
  const states = async (id: string) => (await rowsOf(id)).map(({ state }) => state);
  const progress = async (id: string) => (await world.olga.browser.get(`${IMPORTS}/${id}`)).json<FileBody>();
  const confirm = (id: string, leaveOutBadRows = false): Promise<Answer> =>
    world.olga.browser.post(`${IMPORTS}/${id}/confirmation`, { leaveOutBadRows });
  const queued = async () =>
    (await world.rows<{ payload: { rowId: string } }>(`select payload from outbox where job = 'enroll-row' order by id`)).map(
      ({ payload }) => payload.rowId,
    );
  const work = (rowIds: string[]) => world.get(EnrollFromFile).chunk({ institutionId: world.institutionId }, rowIds);
  const enrolled = async (offeringId: string) =>
    world.rows<{ state: string; email: string }>(
      `select e.state, p.email from enrollment e join person p on p.id = e.person_id where e.offering_id = $1 order by e.created_at, e.id`,
      [offeringId],
    );
  const mails = async () => (await world.rows('select id from mail_message')).length;

  it('is told row by row what would become of each, and nobody is enrolled yet', async () => {
    const offeringId = await world.offer(world.edition.id, { seats: 2, waitlist: true });
    const amara = await world.enroll(await world.member('Amara', ['learner']), offeringId);
    const file = await uploaded(offeringId, [
      `${amara.email},Amara`,
      'lea@example.org,Lea',
      'jonas@example,Jonas',
      ' LEA@example.org,Lea again',
      'noor@example.org,Noor',
    ]);
    expect(file).toMatchObject({ state: 'checked', total: 5, counts: { already: 1, seat: 1, waitlist: 1, bad: 2 } });
    const rows = await rowsOf(file.id);
    expect(rows.map(({ line, state }) => [line, state])).toEqual([
      [2, 'already'],
      [3, 'seat'],
      [4, 'bad'],
      [5, 'bad'],
      [6, 'waitlist'],
    ]);
    expect(rows.flatMap(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`))).toEqual([
      'email unusable',
      'email repeated',
    ]);
    expect(await enrolled(offeringId)).toHaveLength(1);
    expect(await world.rows(`select id from person where email = 'lea@example.org'`)).toEqual([]);
  });

  it('says that it does not fit where nobody waits, and which offering it does not know', async () => {
    const small = await world.offer(world.edition.id, { title: 'Small run', seats: 1, waitlist: false });
    const file = await uploaded(null, [`${somebody()},Small run`, `${somebody()},${small}`, `${somebody()},Nowhere`]);
    const [first, second, third] = await rowsOf(file.id);
    expect([first?.state, second?.problems[0]?.code, third?.problems[0]?.code]).toEqual(['seat', 'no_seats_left', 'unusable']);
  });

  it('enrols the good rows when it is confirmed, and writes to those who are new', async () => {
    const offeringId = await world.offer(world.edition.id, { seats: 2, waitlist: true });
    const jonas = await world.member('Jonas', ['learner']);
    const { id } = await uploaded(offeringId, [`${jonas.email},J`, somebody(), somebody(), 'nobody,']);
    expect((await confirm(id)).json()).toMatchObject({ code: 'enrollment.rows_bad', facts: { bad: 1, good: 3 } });
    const before = await mails();
    expect((await confirm(id, true)).json()).toMatchObject({ state: 'running', counts: { working: 3, bad: 1 } });
    const rowIds = await queued();
    expect(await work(rowIds)).toEqual([null, null, null]);
    expect((await enrolled(offeringId)).map(({ state }) => state)).toEqual(['active', 'active', 'waitlisted']);
    expect(await mails()).toBe(before + 2);
    expect(await progress(id)).toMatchObject({ state: 'finished', counts: { enrolled: 2, waitlisted: 1, bad: 1, working: 0 } });
    const [named] = await world.rows<{ name: string }>('select name from person where id = $1', [jonas.personId]);
    expect(named?.name).toBe('Jonas');
    // However often it is delivered or confirmed, or the file comes again.
    expect(await work(rowIds)).toEqual([null, null, null]);
    expect((await confirm(id, true)).status).toBe(201);
    expect(await queued()).toEqual(rowIds);
    expect(await mails()).toBe(before + 2);
    expect(await enrolled(offeringId)).toHaveLength(3);
  });

  it('has nobody to enrol where all of them are already', async () => {
    const offeringId = await world.offer(world.edition.id);
    const { email } = await world.enroll(await world.member('Amara', ['learner']), offeringId);
    const { id } = await uploaded(offeringId, [`${email},Amara`]);
    expect((await confirm(id)).json()).toMatchObject({ code: 'enrollment.nobody_to_enroll' });
  });

  it('counts seats again as it enrols: who came by themselves meanwhile keeps theirs', async () => {
    const offeringId = await world.offer(world.edition.id, { seats: 1, waitlist: false });
    const { id } = await uploaded(offeringId, [somebody()]);
    await world.enroll(await world.member('Faster', ['learner']), offeringId);
    await confirm(id);
    expect(await work(await queued())).toEqual([null]);
    expect(await rowsOf(id)).toMatchObject([{ state: 'refused', reason: 'All seats are taken.', enrollmentId: null }]);
  });

  it('that two workers have at once gives each person one place, and no seat twice', async () => {
    const offeringId = await world.offer(world.edition.id, { seats: 20, waitlist: true });
    const { id } = await uploaded(offeringId, many(30));
    await confirm(id);
    const rowIds = await queued();
    const outcomes = await Promise.all([work(rowIds), work(rowIds.toReversed()), work(rowIds.slice(5, 25))]);
    expect(outcomes.flat().filter(Boolean)).toEqual([]);
    expect((await progress(id)).counts).toMatchObject({ enrolled: 20, waitlisted: 10 });
    expect(await enrolled(offeringId)).toHaveLength(30);
  });

  it('is finished by whoever comes after a worker that died, wherever it died', async () => {
    const offeringId = await world.offer(world.edition.id);
    const { id } = await uploaded(offeringId, many(2));
    await confirm(id);
    const rowIds = await queued();
    const before = await mails();
    for (let statement = 1; await killedAt(statement, () => work(rowIds)); statement += 3) {
      expect((await progress(id)).counts).toMatchObject({ working: 2 });
    }
    expect(await states(id)).toEqual(['enrolled', 'enrolled']);
    expect(await mails()).toBe(before + 2);
  });

  it('costs as many statements for sixty people as for six, and writes to each', async () => {
    const cost = async (count: number) => {
      const { id } = await uploaded(await world.offer(world.edition.id), many(count));
      await confirm(id);
      const rowIds = (await queued()).slice(-count);
      const [before, statements] = [await mails(), await countStatements(() => work(rowIds))];
      expect((await progress(id)).counts).toMatchObject({ enrolled: count });
      expect(await mails()).toBe(before + count);
      return statements;
    };
    const few = await cost(6);
    expect(await cost(60)).toBe(few);
    expect(few).toBeLessThan(40);
  });

  it('is refused as a whole where it is no such table', async () => {
    const answer = await send(null, ['x,y'], 'email,phone');
    expect(answer.status).toBe(422);
    expect(
      answer.json<{ errors: { field: string; code: string }[] }>().errors.map(({ field, code }) => `${field} ${code}`),
    ).toEqual(['phone unknown', 'name required', 'offering required']);
    expect((await send(world.offeringId, [])).json()).toMatchObject({ code: 'enrollment.file_unreadable' });
  });

  it('is the business of its institution’s office alone', async () => {
    const { id } = await uploaded(world.offeringId, [somebody()]);
    const lotte = await world.member('Lotte', ['office'], world.lakesideId);
    expect((await lotte.browser.get(`${IMPORTS}/${id}`)).status).toBe(404);
    expect(
      (await lotte.browser.upload(`${IMPORTS}?offeringId=${world.offeringId}`, 'p.csv', `email,name\n${somebody()}`)).status,
    ).toBe(404);
    expect((await world.ines.browser.get(IMPORTS)).status).toBe(403);
  });
});
