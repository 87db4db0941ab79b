import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FAIL, mark, PASS } from '../support/riverside-edition.js';
import { readCsv } from '../support/read-csv.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface Row {
  enrollmentId: string;
  person: { name: string; email: string };
  edition: { number: number; title: string };
  offering: { id: string; title: string };
  completedAt: string;
  verdictAt: string;
  workload: object;
  credential: { id: string; url: string; state: string } | null;
  withoutCredential: string | null;
}

describe('The report of completions', () => {
  let world: Riverside;
  let springRun: string;
  let lakesideOffice: Member;

  beforeAll(async () => {
    world = await startRiverside();
    springRun = await world.offer(world.edition.id, { title: 'Spring run' });
    lakesideOffice = await world.member('Lotte', ['office'], world.lakesideId);
  });
  afterAll(() => world.close());

  const complete = async (name: string, offeringId?: string): Promise<Learner & { attemptId: string }> => {
    const learner = await world.ready(name, offeringId);
    const { id } = await world.handIn(learner);
    const { status, text } = await world.assess(world.ada, id, PASS);
    if (status !== 201) throw new Error(text);
    return { ...learner, attemptId: id };
  };
  const report = async (query = '', { browser }: Member = world.olga): Promise<{ items: Row[]; next: string | null }> =>
    (await browser.get(`/api/v1/completions${query}`)).json();
  const rowOf = async ({ enrollmentId }: Learner): Promise<Row | undefined> =>
    (await report('?limit=100')).items.find((row) => row.enrollmentId === enrollmentId);
  const csv = async (query = '', { browser }: Member = world.olga) =>
    readCsv((await browser.get(`/api/v1/completions.csv${query}`)).text);
  const until = async (condition: () => Promise<boolean>) => {
    while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('says who completed what, when, how much work it is, and where the badge is', async () => {
    const amara = await complete('Amara');
    await until(async () => (await rowOf(amara))?.credential !== null);
    const row = await rowOf(amara);
    expect(row).toMatchObject({
      person: { id: amara.personId, name: 'Amara', email: amara.email },
      edition: { id: world.edition.id, number: 1, title: 'Data Storytelling' },
      offering: { id: world.offeringId, title: 'Autumn run' },
      workload: { hours: 25, ects: 1, ceu: null },
      credential: { state: 'issued' },
      withoutCredential: null,
    });
    expect(Date.parse(row?.completedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(row?.verdictAt ?? ''));
    const badge = await amara.browser.get(new URL(row?.credential?.url ?? '').pathname);
    expect(badge.json()).toMatchObject({ name: 'Data Storytelling' });
  });

  it('is the same as CSV, in UTF-8, with a header row', async () => {
    const łucja = await complete('Łucja');
    await until(async () => (await rowOf(łucja))?.credential !== null);
    const answer = await world.olga.browser.get('/api/v1/completions.csv');
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="completions.csv"',
      'cache-control': 'no-store',
    });
    const row = await rowOf(łucja);
    expect(readCsv(answer.text).find(({ Enrolment }) => Enrolment === łucja.enrollmentId)).toEqual({
      Name: 'Łucja',
      Email: łucja.email,
      'Micro-credential': 'Data Storytelling',
      Edition: '1',
      Offering: 'Autumn run',
      'Completed at (UTC)': row?.completedAt.replace(/\.\d+Z/, 'Z'),
      'Verdict at (UTC)': row?.verdictAt.replace(/\.\d+Z/, 'Z'),
      Hours: '25',
      ECTS: '1',
      CEU: '',
      Credential: row?.credential?.id,
      'Credential state': 'issued',
      'Credential address': row?.credential?.url,
      'Without credential because': '',
      Enrolment: łucja.enrollmentId,
    });
  });

  it('counts nobody who did not pass, or has not been assessed', async () => {
    const lea = await world.ready('Lea');
    const { id } = await world.handIn(lea);
    expect(await rowOf(lea)).toBeUndefined();
    await world.assess(world.ada, id, FAIL);
    expect(await rowOf(lea)).toBeUndefined();
  });

  it('counts no pass that was corrected away, and dates a corrected pass by its correction', async () => {
    const jonas = await complete('Jonas');
    const correct = (given: object, standingVersion: number) =>
      world.ben.browser.post(`/api/v1/attempts/${jonas.attemptId}/corrections`, {
        ...given,
        standingVersion,
        reason: 'A rating was mixed up.',
      });
    expect((await correct(mark('passed', 'fully', 'partly', 'Sound.'), 1)).status).toBe(201);
    const row = await rowOf(jonas);
    expect(Date.parse(row?.verdictAt ?? '')).toBeGreaterThan(Date.parse(row?.completedAt ?? ''));
    expect((await correct(FAIL, 2)).status).toBe(201);
    expect(await rowOf(jonas)).toBeUndefined();
  });

  it('shows a badge that was taken back as what it is', async () => {
    const mia = await complete('Mia');
    await until(async () => (await rowOf(mia))?.credential !== null);
    const id = (await rowOf(mia))?.credential?.id;
    await world.olga.browser.post(`/api/v1/credentials/${id}/revocation`, { reason: 'Copied.' });
    expect((await rowOf(mia))?.credential).toMatchObject({ id, state: 'revoked' });
  });

  it('says why somebody has no badge', async () => {
    const noah = await world.ready('Noah');
    const { id } = await world.handIn(noah);
    await world.rows('update membership set suspended_at = now() where person_id = $1', [noah.personId]);
    await world.assess(world.ada, id, PASS);
    await until(async () => (await rowOf(noah))?.withoutCredential !== 'issuing');
    expect(await rowOf(noah)).toMatchObject({ credential: null, withoutCredential: 'learner-suspended' });
    expect(await csv()).toContainEqual(
      expect.objectContaining({ Name: 'Noah', Credential: '', 'Without credential because': 'learner-suspended' }),
    );
  });

  describe('narrowed down', () => {
    it('to one offering', async () => {
      const sara = await complete('Sara', springRun);
      const query = `?offeringId=${springRun}`;
      expect((await report(query)).items.map(({ enrollmentId }) => enrollmentId)).toEqual([sara.enrollmentId]);
      expect((await csv(query)).map(({ Enrolment }) => Enrolment)).toEqual([sara.enrollmentId]);
    });

    it('to a span of time, whose end is not included', async () => {
      const tom = await complete('Tom');
      const at = new Date((await rowOf(tom))?.completedAt ?? '');
      const later = new Date(at.getTime() + 1).toISOString();
      const found = async (query: string) => {
        const inCsv = (await csv(query)).map(({ Enrolment }) => Enrolment);
        expect((await report(query)).items.map(({ enrollmentId }) => enrollmentId)).toEqual(inCsv);
        return inCsv;
      };
      expect(await found(`?from=${at.toISOString()}`)).toEqual([tom.enrollmentId]);
      expect(await found(`?from=${at.toISOString()}&to=${later}`)).toEqual([tom.enrollmentId]);
      expect(await found(`?to=${at.toISOString()}`)).not.toContain(tom.enrollmentId);
      expect(await found(`?from=${later}`)).toEqual([]);
    });

    it.each([
      ['an offering that there is not', '?offeringId=0193a1f0-7c2b-7000-8000-000000000000', 404],
      ['an offering that is no id', '?offeringId=7', 400],
      ['a span that ends before it begins', '?from=2026-02-01&to=2026-01-01', 400],
      ['a moment that is none', '?from=yesterday', 400],
      ['a week', '?from=2026-W05', 400],
      ['a field that there is not', '?person=Amara', 400],
    ])('by %s is refused', async (_what, query, status) => {
      expect((await world.olga.browser.get(`/api/v1/completions${query}`)).status).toBe(status);
      const answer = await world.olga.browser.get(`/api/v1/completions.csv${query}`);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    });
  });

  it('comes page by page, newest first, each completion once', async () => {
    const whole = (await report('?limit=100')).items.map(({ enrollmentId }) => enrollmentId);
    const pages: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: { items: Row[]; next: string | null } = await report(`?limit=2${next ? `&cursor=${next}` : ''}`);
      pages.push(...page.items.map(({ enrollmentId }) => enrollmentId));
      ({ next } = page);
    }
    expect(pages).toEqual(whole);
    expect(pages.length).toBeGreaterThan(4);
  });

  describe('is nobody else’s business', () => {
    it('another institution sees none of it', async () => {
      expect(await report('', lakesideOffice)).toEqual({ items: [], next: null });
      expect(await csv('', lakesideOffice)).toEqual([]);
      const foreign = await lakesideOffice.browser.get(`/api/v1/completions.csv?offeringId=${world.offeringId}`);
      expect(foreign.status).toBe(404);
    });

    it.each(['ines', 'ada'] as const)('%s, who is not of the office, is refused', async (who) => {
      for (const path of ['/api/v1/completions', '/api/v1/completions.csv']) {
        expect((await world[who].browser.get(path)).status).toBe(403);
      }
    });

    it('who exported it is on record', async () => {
      await csv(`?offeringId=${springRun}`);
      const events = await world.rows(
        `select actor_id, particulars from event where type = 'completions.exported' order by occurred_at desc limit 1`,
      );
      expect(events).toEqual([
        { actor_id: world.olga.personId, particulars: { offeringId: springRun, from: null, until: null } },
      ]);
    });
  });

  it('says that a badge is on its way, or that issuing failed for good', async () => {
    const uma = await complete('Uma');
    await until(async () => (await rowOf(uma))?.credential !== null);
    await world.rows('update enrollment set person_id = $2 where id = $1', [uma.enrollmentId, world.ines.personId]);
    expect((await rowOf(uma))?.withoutCredential).toBe('issuing');
    await world.rows(
      `update outbox set dead_at = now() where dedupe_key = (
         select 'issue-credential:' || id from assessment where enrollment_id = $1)`,
      [uma.enrollmentId],
    );
    expect((await rowOf(uma))?.withoutCredential).toBe('set-aside');
  });
});
