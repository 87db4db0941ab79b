import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCsv } from '../support/read-csv.js';
import { type Learner, type Member, type Riverside, startRiverside } from '../support/worlds.js';

interface EventBody {
  id: string;
  type: string;
  occurredAt: string;
  actor: { id: string; name: string } | null;
  person: { id: string; name: string } | null;
  subject: { type: string; id: string; title: string | null };
}

const LOG = '/api/v1/audit-events';

describe('The audit log', () => {
  let world: Riverside;
  let admin: Member;
  let amara: Learner;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    admin = await world.member('Anna', ['office']);
    await world.rows(
      `insert into membership_role (membership_id, institution_id, role, granted_at)
       select m.id, m.institution_id, 'admin', now() from membership m where m.person_id = $1`,
      [admin.personId],
    );
    amara = await world.ready('Amara');
    await world.handIn(amara);
    await world.ready('Jonas');
  });
  afterAll(() => world.close());

  const log = async (query = ''): Promise<EventBody[]> => {
    const events: EventBody[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path: string = `${LOG}?limit=7${query}${cursor && `&cursor=${cursor}`}`;
      const page = (await admin.browser.get(path)).json<{ items: EventBody[]; next: string | null }>();
      events.push(...page.items);
      cursor = page.next;
    }
    return events;
  };

  it('tells all that happened at the institution, newest first, page by page', async () => {
    const events = await log();
    const rows = await world.rows<{ id: string }>(
      'select id from event where institution_id = $1 order by occurred_at desc, id desc',
      [world.institutionId],
    );
    expect(rows.length).toBeGreaterThan(20);
    expect(events.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it('says who did what to whom, and where', async () => {
    const event = (await log('&kind=enrollment')).find(({ subject }) => subject.id === amara.enrollmentId);
    expect(event).toMatchObject({
      type: 'enrollment.activated',
      actor: { id: world.olga.personId, name: 'Olga' },
      person: { id: amara.personId, name: 'Amara' },
      subject: { type: 'enrollment', title: 'Autumn run' },
    });
  });

  it('can be asked for one kind, one person, or a time', async () => {
    const types = async (query: string) => [...new Set((await log(query)).map(({ type }) => type))].toSorted();
    expect(await types('&kind=learning')).toEqual(['activity.completed', 'course.completed']);
    expect(await types('&kind=authoring')).toContain('course.created');
    expect(await types('&kind=authoring')).not.toContain('course.completed');
    const hers = await log(`&personId=${amara.personId}`);
    expect(hers.every(({ actor, person }) => [actor?.id, person?.id].includes(amara.personId))).toBe(true);
    expect(hers.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['member.joined', 'enrollment.activated', 'attempt.submitted']),
    );
    const [newest] = await log();
    const to = newest?.occurredAt ?? '';
    expect((await log(`&to=${to}`)).some(({ id }) => id === newest?.id)).toBe(false);
    expect((await log(`&from=${to}`)).some(({ id }) => id === newest?.id)).toBe(true);
  });

  it('can be taken out as CSV with the same filters, which is an event itself', async () => {
    const answer = await admin.browser.get(`${LOG}.csv?personId=${amara.personId}`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
    expect(readCsv(answer.text).map(({ Id }) => Id)).toEqual((await log(`&personId=${amara.personId}`)).map(({ id }) => id));
    expect((await log('&kind=institution')).map(({ type, actor }) => [type, actor?.name])).toContainEqual([
      'audit_events.exported',
      'Anna',
    ]);
  });

  it('is for administrators, of their own institution', async () => {
    expect((await world.olga.browser.get(LOG)).status).toBe(403);
    const lotte = await world.member('Lotte', ['office'], world.lakesideId);
    const seen = (await log()).flatMap(({ actor, person }) => [actor?.id, person?.id]);
    expect(seen).not.toContain(lotte.personId);
  });
});
