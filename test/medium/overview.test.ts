import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { monthCounts, offeringStandings } from '../../src/modules/reporting/data/overview.sql.js';
import { rosterCount } from '../../src/modules/reporting/data/roster.sql.js';
import { riskMoments } from '../../src/modules/reporting/domain/learner-risk.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { newId } from '../../src/platform/ids.js';
import { addManyPlaces } from '../support/many-places.js';
import { PASS } from '../support/riverside-edition.js';
import { countStatements } from '../support/statements.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

type Counts = Record<'enrolled' | 'active' | 'atRisk' | 'submitted' | 'passed' | 'issued', number>;

interface OverviewBody {
  total: Counts;
  offerings: (Counts & { offeringId: string })[];
  months: { month: string; enrolled: number; passed: number }[];
}

interface Row {
  enrollmentId: string;
  name: string;
  state: string;
  lastActiveAt: string | null;
  risk: string | null;
}

/** A part of a plan as PostgreSQL explains it. */
interface PlanNode {
  'Relation Name'?: string;
  'Actual Loops': number;
  Plans?: PlanNode[];
}

/** How often a table or an index is gone to. */
function looksAt(node: PlanNode | undefined): number {
  if (!node) return 0;
  const here = node['Relation Name'] ? node['Actual Loops'] : 0;
  return (node.Plans ?? []).reduce((sum, part) => sum + looksAt(part), here);
}

const DAY = 86_400_000;
const MANY = 100_000;
const GROUPS = ['enrolled', 'active', 'at-risk', 'submitted', 'passed', 'issued'] as const;

describe('The overview', () => {
  let world: Riverside;
  let lotte: Member;
  const people = new Map<string, Learner>();

  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    lotte = await world.member('Lotte', ['office'], world.lakesideId);
    const ready = async (name: string) => people.set(name, await world.ready(name));
    await ready('Jonas');
    await ready('Mehmet');
    world.clock.advance(20 * DAY);
    // Nobody was here for so long: they would have to sign in again.
    await world.rows('update session set last_seen_at = $1', [world.clock.now()]);
    for (const name of ['Amara', 'Lea', 'Noor']) await ready(name);
    const due = async (name: string, days: number) =>
      world.rows('update enrollment set project_due_at = $2 where id = $1', [place(name), fromNow(days)]);
    await due('Amara', 30);
    await due('Lea', 2);
    await due('Mehmet', 1);
    await world.handIn(learner('Mehmet'));
    const { id } = await world.handIn(learner('Noor'));
    expect((await world.assess(world.ada, id, PASS)).status).toBe(201);
  });
  afterAll(() => world.close());

  const learner = (name: string): Learner => {
    const found = people.get(name);
    if (!found) throw new Error(`Who is ${name}?`);
    return found;
  };
  const place = (name: string) => learner(name).enrollmentId;
  const fromNow = (days: number) => new Date(world.clock.now().getTime() + days * DAY);
  const overview = async (query = '', { browser }: Member = world.olga) =>
    (await browser.get(`/api/v1/overview${query}`)).json<OverviewBody>();
  const group = async (name: string, query = ''): Promise<Row[]> => {
    const rows: Row[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `/api/v1/overview/learners?group=${name}&limit=40${query}${cursor && `&cursor=${cursor}`}`;
      const page = (await world.olga.browser.get(path)).json<{ items: Row[]; next: string | null }>();
      rows.push(...page.items);
      cursor = page.next;
    }
    return rows;
  };
  const names = async (name: string) => (await group(name)).map((row) => row.name).toSorted();

  it('counts who enrolled, is active, at risk, handed in and passed', async () => {
    const { total, offerings } = await overview();
    expect(total).toEqual({ enrolled: 5, active: 3, atRisk: 2, submitted: 2, passed: 1, issued: 0 });
    expect(offerings).toEqual([expect.objectContaining({ offeringId: world.offeringId, ...total })]);
  });

  it('says who is behind each number, and why they are at risk', async () => {
    expect(await names('active')).toEqual(['Amara', 'Lea', 'Mehmet']);
    expect((await group('at-risk')).map(({ name, risk }) => `${name} ${risk}`).toSorted()).toEqual(['Jonas idle', 'Lea due']);
    expect(await names('submitted')).toEqual(['Mehmet', 'Noor']);
    expect(await names('passed')).toEqual(['Noor']);
  });

  it('shows an institution its own, and asks twice', async () => {
    expect((await overview('', lotte)).total).toEqual({ enrolled: 0, active: 0, atRisk: 0, submitted: 0, passed: 0, issued: 0 });
    expect((await learner('Amara').browser.get('/api/v1/overview')).status).toBe(403);
    const bare = await countStatements(() => world.olga.browser.get('/api/v1/institution'));
    // That one asks once.
    expect(await countStatements(() => overview())).toBe(bare + 1);
  });

  it('does not count a place that was only waited for, nor work that was taken back', async () => {
    const offeringId = await world.offer(world.edition.id, { title: 'One seat', seats: 1, waitlist: true });
    const first = await world.ready('Otto', offeringId);
    await world.enroll(await world.member('Paula', ['learner']), offeringId);
    const { id } = await world.handIn(first);
    expect((await first.browser.post(`/api/v1/attempts/${id}/withdrawal`)).status).toBe(201);
    expect((await overview(`?offeringId=${offeringId}`)).total).toMatchObject({ enrolled: 1, submitted: 0 });
  });

  it('cuts months where the institution is, and bounds them there', async () => {
    const offeringId = await world.offer(world.edition.id, { title: 'Winter run' });
    const { enrollmentId } = await world.enroll(await world.member('Quinn', ['learner']), offeringId);
    // Half past midnight in Vienna.
    await world.rows(`update enrollment set created_at = '2026-01-31T23:30:00Z' where id = $1`, [enrollmentId]);
    const enrolled = async (from: string, until: string) =>
      (await overview(`?offeringId=${offeringId}&from=${from}&until=${until}`)).months.map((month) => [
        month.month,
        month.enrolled,
      ]);
    expect(await enrolled('2026-02', '2026-02')).toEqual([['2026-02', 1]]);
    expect(await enrolled('2025-01', '2026-01')).toEqual([]);
    expect((await world.olga.browser.get('/api/v1/overview?from=2026-13')).status).toBe(400);
  });

  it('lists as many as it counts, and judges one by one as it judges all', async () => {
    const offeringId = await world.offer(world.edition.id, { title: 'Of all kinds' });
    const began = [1, 13.9, 14.1];
    const heard = [null, 1, 13.9, 14.1, 30];
    const due = [null, -1, 2.9, 3.1, 10];
    const works = [[], ['passed'], ['returned'], ['returned', 'passed'], 'withdrawn'] as const;
    for (const [a, start] of began.entries())
      for (const [b, last] of heard.entries())
        for (const [c, days] of due.entries()) {
          const enrollmentId = await somebody(offeringId, start, last, days);
          const work = works[(a + b + c) % works.length];
          if (work) await workOf(enrollmentId, -start, work);
        }
    const query = `&offeringId=${offeringId}`;
    const { total } = await overview(`?offeringId=${offeringId}`);
    for (const name of GROUPS) {
      expect(await group(name, query)).toHaveLength(total[name === 'at-risk' ? 'atRisk' : name]);
    }
    const everybody = await group('enrolled', query);
    expect(everybody).toHaveLength(began.length * heard.length * due.length);
    const ids = (rows: Row[]) => rows.map(({ enrollmentId }) => enrollmentId).toSorted();
    const atRisk = everybody.filter(({ risk }) => risk !== null);
    expect(ids(await group('at-risk', query))).toEqual(ids(atRisk));
    const active = everybody.filter(({ lastActiveAt }) => lastActiveAt && Date.parse(lastActiveAt) >= fromNow(-14).getTime());
    expect(ids(await group('active', query))).toEqual(ids(active));
    expect([atRisk.length, active.length].every((count) => count > 10 && count < everybody.length - 10)).toBe(true);
  });

  /** An active learner by rows alone, so many days ago. */
  const somebody = async (offeringId: string, began: number, heard: number | null, due: number | null): Promise<string> => {
    const [personId, enrollmentId, activityId] = [newId(), newId(), world.edition.activityIds[0]];
    const { institutionId } = world;
    await world.rows(
      `insert into person (id, name, operator, locale, time_zone, created_at) values ($1, 'Somebody', false, 'en', 'UTC', now())`,
      [personId],
    );
    await world.rows(
      `insert into enrollment (id, institution_id, offering_id, edition_id, person_id, state, created_at, started_at, project_due_at, version)
       values ($1, $2, $3, $4, $5, 'active', $6, $6, $7, 1)`,
      [enrollmentId, institutionId, offeringId, world.edition.id, personId, fromNow(-began), due === null ? null : fromNow(due)],
    );
    if (heard === null) return enrollmentId;
    await world.rows(
      `insert into progress_fact (id, institution_id, enrollment_id, activity_id, kind, value, source, effective_at, recorded_at)
       values (gen_random_uuid(), $1, $2, $3, 'progressed', 0.5, 'learner', $4, $4)`,
      [institutionId, enrollmentId, activityId, fromNow(-heard)],
    );
    await world.rows(
      `insert into activity_progress (institution_id, enrollment_id, activity_id, value, waived, updated_at) values ($1, $2, $3, 0.5, false, $4)`,
      [institutionId, enrollmentId, activityId, fromNow(-heard)],
    );
    return enrollmentId;
  };

  /** What they handed in by rows alone, and the verdicts it got one after the other. */
  const workOf = async (enrollmentId: string, at: number, verdicts: readonly string[] | 'withdrawn') => {
    const [submissionId, attemptId] = [newId(), newId()];
    await world.rows(
      `insert into submission (id, institution_id, enrollment_id, draft, revision, created_at, updated_at)
       select $2, institution_id, id, '{}', 1, $3, $3 from enrollment where id = $1`,
      [enrollmentId, submissionId, fromNow(at)],
    );
    await world.rows(
      `insert into attempt (id, institution_id, submission_id, enrollment_id, offering_id, person_id, number, work, work_sha256, submitted_at, lateness)
       select $2, institution_id, $3, id, offering_id, person_id, 1, '{}', '', $4, '{}' from enrollment where id = $1`,
      [enrollmentId, attemptId, submissionId, fromNow(at)],
    );
    if (verdicts === 'withdrawn')
      await world.rows(
        `insert into attempt_withdrawal (attempt_id, institution_id, withdrawn_by, withdrawn_at)
         select id, institution_id, person_id, submitted_at from attempt where id = $1`,
        [attemptId],
      );
    else
      await world.rows(
        `insert into assessment (id, institution_id, attempt_id, enrollment_id, version, marker, final, verdict, points, max_points, ratings, feedback, assessor_id, decided_at)
         select gen_random_uuid(), a.institution_id, a.id, a.enrollment_id, version, case version when 1 then 'first' else 'correction' end,
                true, verdict, 1, 1, '[]', '', a.person_id, a.submitted_at
           from attempt a, unnest($2::text[]) with ordinality v (verdict, version) where a.id = $1`,
        [attemptId, verdicts],
      );
  };

  it('judges a hundred thousand by one look at each table, not at each learner', async () => {
    const offeringId = await world.offer(world.edition.id, { title: 'Of a hundred thousand' });
    const { superuserUrl } = world.database;
    await addManyPlaces(superuserUrl, {
      institutionId: world.institutionId,
      offeringId,
      editionId: world.edition.id,
      count: MANY,
    });
    // Everybody is idle, so that the work of each of them is asked for.
    const { activeSince, dueBefore } = riskMoments(new Date('2026-12-01T00:00:00Z'));
    const asked = [
      { ...offeringStandings({}), before: [activeSince, dueBefore] },
      { ...monthCounts({}), before: [] },
      { ...rosterCount({ atRisk: true }, { activeSince, dueBefore }, MANY), before: [] },
    ];
    for (const { text, values, before } of asked) {
      const [row] = await world
        .get(UnitOfWork)
        .run({ institutionId: world.institutionId }, (tx) =>
          tx.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (analyze, timing off, format json) ${text}`, [
            ...before,
            ...values,
          ]),
        );
      const looks = looksAt(row?.['QUERY PLAN'][0].Plan);
      expect(looks).toBeGreaterThan(0);
      expect(looks).toBeLessThan(1_000);
    }
  }, 120_000);
});
