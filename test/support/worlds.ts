import { createHash } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { CreateInstitution } from '../../src/modules/institutions/index.js';
import { PeopleDirectory } from '../../src/modules/people/index.js';
import { system } from '../../src/platform/database/scope.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { Actor, Role } from '../../src/platform/http/access.js';
import { newId, newToken } from '../../src/platform/ids.js';
import { startTestApp, type TestApp } from './app.js';
import { type Answer, TestBrowser } from './browser.js';
import { type MarkBody, type MicroCredentialWish, tinyMicroCredential } from './riverside-edition.js';

const DAY = 24 * 60 * 60 * 1_000;

/** Somebody at an institution, with a browser that is signed in. */
export interface Member {
  name: string;
  email: string;
  personId: string;
  actor: Actor;
  browser: TestBrowser;
}

/** A member with a place in an offering. */
export interface Learner extends Member {
  enrollmentId: string;
  /** Of the enrolment, in the API. */
  path: string;
}

/** Whom the office may bring in: administrators are made by hand. */
type MemberRole = Exclude<Role, 'admin'>;

export interface PublishedEdition {
  id: string;
  microCredentialId: string;
  activityIds: string[];
}

export interface HandedIn {
  id: string;
  number: number;
  sha256: string;
}

/**
 * Riverside University: Olga's office, Ines who teaches, Ada and Ben who assess, and one published edition of two tiny courses and
 * a project with an offering that is running. Lakeside College is next door, and everything of Riverside's is none of its business.
 */
export interface Riverside extends TestApp {
  institutionId: string;
  lakesideId: string;
  olga: Member;
  ines: Member;
  ada: Member;
  ben: Member;
  edition: PublishedEdition;
  offeringId: string;
  get: <Part>(part: Type<Part>) => Part;
  /** Rows of one statement, over all institutions, as the application may run it. */
  rows: <Row>(sql: string, parameters?: unknown[]) => Promise<Row[]>;
  member: (name: string, roles: MemberRole[], institutionId?: string) => Promise<Member>;
  publish: (wish?: MicroCredentialWish) => Promise<PublishedEdition>;
  /** An offering that has begun and that anybody may join; Ines teaches it, Ada and Ben assess it. */
  offer: (editionId: string, changes?: object) => Promise<string>;
  enroll: (person: Member, offeringId?: string) => Promise<Learner>;
  study: (learner: Learner, edition?: PublishedEdition) => Promise<void>;
  /** A new learner who has studied everything and may hand in. */
  ready: (name: string, offeringId?: string, edition?: PublishedEdition) => Promise<Learner>;
  /** Keeps the text as the draft and hands it in. */
  handIn: (learner: Learner, text?: string) => Promise<HandedIn>;
  /** Takes the attempt and gives the mark. */
  assess: (assessor: Member, attemptId: string, mark: MarkBody) => Promise<Answer>;
}

/** With `CAIRN_ROLES: 'api'` nothing happens by itself: jobs stay in the outbox until the test does them. */
export async function startRiverside(variables: Record<string, string> = {}): Promise<Riverside> {
  const started = await startTestApp(variables);
  const { app, clock } = started;
  const get = <Part>(part: Type<Part>): Part => app.get(part, { strict: false });
  const work = get(UnitOfWork);
  const rows = <Row>(sql: string, parameters: unknown[] = []) =>
    work.run(system('tests look everywhere'), (tx) => tx.query<Row>(sql, parameters));

  const institution = (slug: string, name: string) =>
    work.run(system('a test opens its institutions'), async (tx) => {
      const wish = { slug, name, language: 'en', timeZone: 'Europe/Vienna' };
      return (await get(CreateInstitution).in(tx, wish, null)).id;
    });
  const institutionId = await institution('riverside', 'Riverside University');
  const lakesideId = await institution('lakeside', 'Lakeside College');

  const signIn = async (personId: string, actingInstitutionId: string): Promise<TestBrowser> => {
    const [token, now] = [newToken(256), clock.now()];
    await rows(
      `insert into session (id, token_hash, person_id, acting_institution_id, created_at, last_seen_at, expires_at, user_agent)
       values ($1, $2, $3, $4, $5, $5, $6, 'test')`,
      [
        newId(),
        createHash('sha256').update(token).digest('base64url'),
        personId,
        actingInstitutionId,
        now,
        new Date(now.getTime() + 400 * DAY),
      ],
    );
    const browser = new TestBrowser(app);
    browser.cookie = `cairn=${token}`;
    return browser;
  };

  let people = 0;
  const member = async (name: string, roles: MemberRole[], at = institutionId): Promise<Member> => {
    const email = `${name.toLowerCase()}.${(people += 1)}@riverside.example`;
    const personId = await work.run({ institutionId: at }, async (tx) => {
      const ensured = await get(PeopleDirectory).ensureMember(tx, { email, name, roles, addedBy: null });
      if (!ensured.ensured) throw new Error(`${name} cannot be a member: ${ensured.reason}`);
      return ensured.person.id;
    });
    const actor: Actor = { personId, institutionId: at, roles: new Set(roles) };
    return { name, email, personId, actor, browser: await signIn(personId, at) };
  };
  const olga = await member('Olga', ['office']);
  const ines = await member('Ines', ['instructor']);
  const ada = await member('Ada', ['assessor']);
  const ben = await member('Ben', ['assessor']);

  const course = async (title: string): Promise<{ courseId: string; activityId: string }> => {
    const { id: courseId } = await made(ines.browser.post('/api/v1/courses', { title, summary: 'Short.', language: 'en' }));
    const body = { kind: 'page', markdown: `# ${title}`, assets: {}, objectives: [] };
    const activity = { title, minutes: 1, required: true, body };
    const { id: activityId } = await made(ines.browser.post(`/api/v1/courses/${courseId}/activities`, activity));
    return { courseId, activityId };
  };

  const publish = async (wish: MicroCredentialWish = {}): Promise<PublishedEdition> => {
    const courses = [await course('Asking questions'), await course('Honest charts')];
    const draft = { ...tinyMicroCredential(), courseIds: courses.map(({ courseId }) => courseId), ...wish };
    const { id: microCredentialId } = await made(ines.browser.post('/api/v1/micro-credentials', draft));
    const path = `/api/v1/micro-credentials/${microCredentialId}/editions`;
    const { id } = await made(ines.browser.post(path, { changeNote: 'First' }, { 'if-match': '"v1"' }));
    return { id, microCredentialId, activityIds: courses.map(({ activityId }) => activityId) };
  };

  const offer = async (editionId: string, changes: object = {}): Promise<string> => {
    const now = clock.now().getTime();
    const { id } = await made(
      olga.browser.post('/api/v1/offerings', {
        editionId,
        title: 'Autumn run',
        startsAt: new Date(now - DAY).toISOString(),
        endsAt: null,
        enrollFrom: new Date(now - 2 * DAY).toISOString(),
        enrollUntil: null,
        seats: null,
        waitlist: false,
        openEnrollment: true,
        priceLabel: '',
        projectDue: null,
        latePolicy: { graceMinutes: 0, penaltyPercentPerDay: 0, floorPercent: 100, cutoffDays: null },
        ...changes,
      }),
    );
    const staff = `/api/v1/offerings/${id}/staff`;
    await made(olga.browser.post(staff, { personId: ines.personId, role: 'instructor' }));
    for (const { personId } of [ada, ben]) await made(olga.browser.post(staff, { personId, role: 'assessor' }));
    return id;
  };

  const edition = await publish();
  const offeringId = await offer(edition.id);

  const enroll = async (person: Member, to = offeringId): Promise<Learner> => {
    const place = await made(olga.browser.post(`/api/v1/offerings/${to}/enrollments`, { personId: person.personId }));
    return { ...person, enrollmentId: place.id, path: `/api/v1/enrollments/${place.id}` };
  };

  const study = async ({ browser, path }: Learner, of = edition): Promise<void> => {
    const effectiveAt = clock.now().toISOString();
    const facts = of.activityIds.map((activityId) => ({ id: newId(), activityId, kind: 'completed', effectiveAt }));
    const told = await browser.post(`${path}/facts`, { facts });
    const outcomes = told.json<{ facts?: { outcome: string }[] }>().facts ?? [];
    if (outcomes.length === 0 || outcomes.some(({ outcome }) => outcome !== 'recorded')) throw new Error(told.text);
  };

  const ready = async (name: string, to = offeringId, of = edition): Promise<Learner> => {
    const learner = await enroll(await member(name, ['learner']), to);
    await study(learner, of);
    return learner;
  };

  const handIn = async ({ browser, path }: Learner, text = 'Visits fell because the bus stopped running.'): Promise<HandedIn> => {
    const { draft } = (await browser.get(`${path}/project`)).json<{ draft: { version: number } }>();
    const kept = await browser.put(
      `${path}/submission-draft`,
      { text, links: [], fileIds: [] },
      { 'if-match': `"v${draft.version}"` },
    );
    if (kept.status !== 200) throw new Error(kept.text);
    return made(browser.post(`${path}/attempts`, { draftVersion: draft.version + 1 }));
  };

  const assess = async ({ browser }: Member, attemptId: string, given: MarkBody): Promise<Answer> => {
    await made(browser.post(`/api/v1/attempts/${attemptId}/lease`));
    return browser.post(`/api/v1/attempts/${attemptId}/assessments`, given);
  };

  return {
    ...started,
    institutionId,
    lakesideId,
    olga,
    ines,
    ada,
    ben,
    edition,
    offeringId,
    get,
    rows,
    member,
    publish,
    offer,
    enroll,
    study,
    ready,
    handIn,
    assess,
  };
}

/** The body of a 201; anything else is a fault of the test. */
async function made(answer: Promise<Answer>): Promise<HandedIn> {
  const { status, text, json } = await answer;
  if (status !== 201) throw new Error(`${status}: ${text}`);
  return json<HandedIn>();
}

/** Nobody brings in administrators but they themselves. */
export async function makeAdministrator(world: Pick<Riverside, 'rows'>, { personId }: Pick<Member, 'personId'>): Promise<void> {
  await world.rows(
    `insert into membership_role (membership_id, institution_id, role, granted_at)
     select m.id, m.institution_id, 'admin', now() from membership m where m.person_id = $1`,
    [personId],
  );
}
