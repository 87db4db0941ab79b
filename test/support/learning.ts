import { createHash } from 'node:crypto';
import type { Type } from '@nestjs/common';
import pg from 'pg';
import type {
  Activity,
  ActivityBody,
  EditionContent,
  EditionCourse,
  Quiz,
  Requirement,
} from '../../src/modules/catalog/index.js';
import type { Actor, Role } from '../../src/platform/http/access.js';
import { newId, newToken } from '../../src/platform/ids.js';
import { startTestApp, type TestApp } from './app.js';
import { TestBrowser } from './browser.js';

const DAY = 24 * 60 * 60 * 1_000;

/** Somebody at an institution: as use cases know them, and with a browser that is signed in. */
export interface Member {
  personId: string;
  actor: Actor;
  browser: TestBrowser;
}

export interface EditionWish {
  courses: EditionCourse[];
  /** One course after the other and the project last, where it is left out. */
  sequence?: Requirement;
  /** An earlier edition, to publish the next one of the same micro-credential. */
  after?: string;
}

export interface EnrollmentWish {
  state?: 'invited' | 'waitlisted' | 'active' | 'completed' | 'withdrawn' | 'expired';
  startedAt?: Date;
  endedAt?: Date;
}

/** A Cairn whose rows are put into place directly: Riverside, where people learn, and Lakeside, whose rows are nobody else's. */
export interface LearningWorld extends TestApp {
  riverside: string;
  lakeside: string;
  get<Part>(part: Type<Part>): Part;
  member(name: string, roles: Role[], institutionId?: string): Promise<Member>;
  edition(wish: EditionWish, institutionId?: string): Promise<string>;
  offering(editionId: string, institutionId?: string): Promise<string>;
  staff(offeringId: string, member: Member, role: 'instructor' | 'assessor'): Promise<void>;
  enroll(offeringId: string, learner: Member, wish?: EnrollmentWish): Promise<string>;
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

export async function startLearningWorld(variables: Record<string, string> = {}): Promise<LearningWorld> {
  const started = await startTestApp({ CAIRN_ROLES: 'api', ...variables });
  const { app, clock, database } = started;
  // The superuser sees every institution's rows and may put them anywhere.
  const pool = new pg.Pool({ connectionString: database.superuserUrl, max: 2 });
  pool.on('error', () => undefined);
  const rows = async <Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    (await pool.query(sql, parameters)).rows as Row[];
  const add = async (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    const values = Object.values(row).map((value) => (isPlain(value) ? JSON.stringify(value) : value));
    await rows(
      `insert into ${table} (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      values,
    );
  };

  const institution = async (slug: string): Promise<string> => {
    const id = newId();
    const words = {
      name: slug,
      description: '',
      language: 'en',
      time_zone: 'Europe/Berlin',
      accreditation: '[]',
      identifiers: '[]',
    };
    await add('institution', { id, slug, ...words, version: 1, created_at: clock.now() });
    return id;
  };
  const [riverside, lakeside] = [await institution('riverside'), await institution('lakeside')];

  const member = async (name: string, roles: Role[], institutionId = riverside): Promise<Member> => {
    const [personId, membershipId, token] = [newId(), newId(), newToken(256)];
    const now = clock.now();
    await add('person', { id: personId, name, operator: false, locale: 'en', time_zone: 'UTC', created_at: now });
    await add('membership', { id: membershipId, institution_id: institutionId, person_id: personId, created_at: now });
    for (const role of roles) {
      await add('membership_role', { institution_id: institutionId, membership_id: membershipId, role, granted_at: now });
    }
    await add('session', {
      id: newId(),
      token_hash: createHash('sha256').update(token).digest('base64url'),
      person_id: personId,
      acting_institution_id: institutionId,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 400 * DAY),
      user_agent: 'test',
    });
    const browser = new TestBrowser(app);
    browser.cookie = `cairn=${token}`;
    return { personId, actor: { personId, institutionId, roles: new Set(roles) }, browser };
  };
  const author = {
    [riverside]: await member('Ines', ['instructor']),
    [lakeside]: await member('Lars', ['instructor'], lakeside),
  };

  const edition = async ({ courses, sequence, after }: EditionWish, institutionId = riverside): Promise<string> => {
    const [id, now] = [newId(), clock.now()];
    const createdBy = author[institutionId]?.personId;
    for (const { id: courseId, title } of courses) {
      const row = { id: courseId, institution_id: institutionId, title, summary: '', language: 'en', version: 1 };
      const known = await rows('select from course where id = $1', [courseId]);
      if (known.length === 0) await add('course', { ...row, created_by: createdBy, created_at: now, updated_at: now });
    }
    const [earlier] = await rows<{ id: string; number: number }>(
      'select micro_credential_id as id, number from edition where id = $1',
      [after ?? null],
    );
    const microCredentialId = earlier?.id ?? newId();
    if (!earlier) {
      const row = {
        id: microCredentialId,
        institution_id: institutionId,
        slug: `data-${microCredentialId}`,
        title: 'Data',
        draft: {},
      };
      await add('micro_credential', { ...row, version: 1, created_by: createdBy, created_at: now, updated_at: now });
    }
    await add('edition', {
      id,
      institution_id: institutionId,
      micro_credential_id: microCredentialId,
      number: (earlier?.number ?? 0) + 1,
      title: 'Data Carpentry',
      content: contentOf(courses, sequence),
      card: {},
      change_note: '',
      published_by: createdBy,
      published_at: now,
    });
    return id;
  };

  const offering = async (editionId: string, institutionId = riverside): Promise<string> => {
    const [id, now] = [newId(), clock.now()];
    const dates = { starts_at: new Date(now.getTime() - 30 * DAY), enroll_from: new Date(now.getTime() - 60 * DAY) };
    const rules = { waitlist: false, open_enrollment: true, price_label: '', late_policy: {} };
    const row = { id, institution_id: institutionId, edition_id: editionId, title: 'Autumn', ...dates, ...rules };
    await add('offering', { ...row, version: 1, created_at: now });
    return id;
  };

  const staff = async (offeringId: string, { personId, actor }: Member, role: 'instructor' | 'assessor') =>
    add('offering_staff', {
      institution_id: actor.institutionId,
      offering_id: offeringId,
      person_id: personId,
      role,
      added_at: clock.now(),
    });

  const enroll = async (offeringId: string, { personId, actor }: Member, wish: EnrollmentWish = {}): Promise<string> => {
    const [id, now] = [newId(), clock.now()];
    const [run] = await rows<{ edition_id: string }>('select edition_id from offering where id = $1', [offeringId]);
    const { state = 'active', startedAt = new Date(now.getTime() - 10 * DAY), endedAt = null } = wish;
    await add('enrollment', {
      id,
      institution_id: actor.institutionId,
      offering_id: offeringId,
      edition_id: run?.edition_id,
      person_id: personId,
      state,
      created_at: now,
      started_at: state === 'waitlisted' || state === 'invited' ? null : startedAt,
      ended_at: endedAt,
      version: 1,
    });
    return id;
  };

  return {
    ...started,
    riverside,
    lakeside,
    get: (part) => app.get(part, { strict: false }),
    member,
    edition,
    offering,
    staff,
    enroll,
    rows,
    close: async () => {
      await pool.end();
      await started.close();
    },
  };
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date) && !Array.isArray(value);
}

export function course(title: string, activities: Activity[], id: string = newId()): EditionCourse {
  return { id, title, summary: '', language: 'en', attribution: null, activities };
}

export function activity(title: string, body: ActivityBody, changes: Partial<Activity> = {}): Activity {
  return { id: newId(), title, minutes: 10, required: true, body, ...changes };
}

export function page(title: string, changes: Partial<Activity> = {}, markdown = `# ${title}`): Activity {
  return activity(title, { kind: 'page', markdown, assets: {}, objectives: [`Knows ${title}`] }, changes);
}

export function quiz(title: string, changes: Partial<Quiz> = {}): Activity {
  const body: Quiz = {
    introduction: 'Take *your* time.',
    passMark: 0.6,
    attemptLimit: null,
    timeLimitSeconds: null,
    shuffleQuestions: false,
    reveal: 'after-attempt',
    pools: [],
    ...changes,
  };
  return activity(title, { kind: 'quiz', quiz: body });
}

function contentOf(courses: EditionCourse[], sequence: Requirement | undefined): EditionContent {
  const inOrder: Requirement = {
    type: 'in-order',
    items: [...courses.map(({ id }) => ({ type: 'course' as const, courseId: id })), { type: 'project' }],
  };
  return {
    title: 'Data Carpentry',
    summary: '',
    description: '',
    outcomes: [],
    skills: [],
    level: null,
    workload: { hours: 25, ects: 1, ceu: null },
    language: 'en',
    deliveryMode: 'online',
    qualityAssurance: '',
    prerequisites: '',
    criteria: '',
    badgeImageFileId: null,
    sequence: sequence ?? inOrder,
    marking: { secondMarkerShare: 0, tolerancePoints: 0 },
    courses,
    project: {
      title: 'Clean a data set',
      brief: '',
      minutes: 480,
      accepts: { text: true, links: true, files: false, mediaTypes: [], maxFiles: 0, maxBytesPerFile: 0 },
      attemptLimit: null,
    },
    rubric: { criteria: [], passPoints: 0 },
  };
}
