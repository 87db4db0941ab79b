import { RequestReading } from '../../src/modules/lti/use-cases/rosters/request-reading.js';
import { newId } from '../../src/platform/ids.js';
import { awaitFact } from './badges.js';
import type { FakeLms, FakeLmsOptions } from './fake-lms/index.js';
import type { Course } from './fake-lms/model.js';
import { NRPS } from './fake-lms/words.js';
import { startGradebook } from './lti-grades.js';
import type { Riverside } from './worlds.js';

/** A course of the platform that shows Riverside's micro-credential, in an offering of its own. */
export interface ShownCourse {
  course: Course;
  contextId: string;
  offeringId: string;
}

export interface MemberRow {
  subject: string;
  personId: string;
  name: string;
  isStaff: boolean;
  isActive: boolean;
}

export interface RosterRow {
  problem: string | null;
  leaving: number | null;
  attempts: number;
  skipped: number;
  answered: boolean;
  isRunning: boolean;
  differencesUrl: string | null;
  readAt: Date | null;
  leasedUntil: Date | null;
}

/** A platform whose courses show Riverside's offerings, with rows as launches would have written them, and what readings made of its rosters. */
export interface Rosters {
  lms: FakeLms;
  registrationId: string;
  shows(offering?: object): Promise<ShownCourse>;
  /** As the office asks for it; waits until the worker has read it, or has put the next attempt off. */
  read(shown: ShownCourse, mayLeave?: number): Promise<RosterRow>;
  roster(shown: ShownCourse): Promise<RosterRow>;
  /** How many pages of it were asked for. */
  pages(shown: ShownCourse): number;
  /** As if the last reading had been so long ago: the queue goes by the clock of the database, which nobody moves. */
  age(shown: ShownCourse, milliseconds: number): Promise<void>;
  members(shown: ShownCourse): Promise<MemberRow[]>;
  /** Names and states of places. */
  places(shown: ShownCourse): Promise<{ personId: string; name: string; state: string }[]>;
  /** Who has rights of staff by the platform's word. */
  staff(shown: ShownCourse): Promise<string[]>;
  close(): Promise<void>;
}

export async function startRosters(world: Riverside, options: FakeLmsOptions = {}): Promise<Rosters> {
  const book = await startGradebook(world, options);
  const { lms, registrationId, registration } = book;
  const [deployment] = await world.rows<{ id: string }>('select id from lti_deployment where registration_id = $1', [
    registrationId,
  ]);
  const roster = async ({ contextId }: ShownCourse): Promise<RosterRow> => {
    const [row] = await world.rows<RosterRow>(
      `select problem, leaving, attempts, skipped, differences_url as "differencesUrl", read_at as "readAt", leased_until as "leasedUntil",
              coalesce(answered_at >= asked_at, false) as answered, reading_id is not null as "isRunning"
         from lti_roster where context_id = $1`,
      [contextId],
    );
    if (!row) throw new Error('Nobody asked for it');
    return row;
  };
  return {
    lms,
    registrationId,
    close: () => book.close(),
    roster,
    pages: ({ course }) => lms.requestsTo('roster').filter(({ url }) => url.pathname.includes(`/${course.id}/`)).length,
    shows: async (offering = {}) => {
      const offeringId = await world.offer(world.edition.id, offering);
      const course = lms.course();
      const link = lms.addLink(course, { registration });
      const visitor = lms.addPerson(null, { name: 'Somebody' });
      const [, payload = ''] = lms.signMessage({ person: visitor, link }, 'nonce').split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<
        string,
        { context_memberships_url: string }
      >;
      const [contextId, now] = [newId(), world.clock.now()];
      await world.rows(
        `insert into lti_context (id, institution_id, deployment_id, kind, context_id, title, label, memberships_url, scopes, created_at, last_launch_at)
         values ($1, $2, $3, 'course', $4, $5, $6, $7, '{}', $8, $8)`,
        [
          contextId,
          world.institutionId,
          deployment?.id,
          course.id,
          course.title,
          course.label,
          claims[NRPS]?.context_memberships_url,
          now,
        ],
      );
      await world.rows(
        'insert into lti_section (context_id, micro_credential_id, institution_id, offering_id, created_at) values ($1, $2, $3, $4, $5)',
        [contextId, world.edition.microCredentialId, world.institutionId, offeringId, now],
      );
      return { course, contextId, offeringId };
    },
    read: async (shown, mayLeave) => {
      await world.get(RequestReading).run(world.olga.actor, shown.contextId, mayLeave ?? null);
      await awaitFact(async () => {
        const { answered, isRunning, leasedUntil } = await roster(shown);
        return answered || (!isRunning && leasedUntil !== null);
      });
      return roster(shown);
    },
    age: async ({ contextId }, milliseconds) => {
      const earlier = (column: string) => `${column} = ${column} - make_interval(secs => $2)`;
      await world.rows(
        `update lti_roster set ${['asked_at', 'answered_at', 'read_whole_at'].map(earlier).join(', ')} where context_id = $1`,
        [contextId, milliseconds / 1_000 + 1],
      );
    },
    members: ({ contextId }) =>
      world.rows<MemberRow>(
        `select i.subject, i.person_id as "personId", p.name, m.is_staff as "isStaff", m.ended_at is null as "isActive"
           from lti_member m join lti_identity i on i.id = m.identity_id join person p on p.id = i.person_id
          where m.context_id = $1 order by p.name, i.subject`,
        [contextId],
      ),
    places: ({ offeringId }) =>
      world.rows(
        `select e.person_id as "personId", p.name, e.state from enrollment e join person p on p.id = e.person_id
          where e.offering_id = $1 order by p.name, p.id`,
        [offeringId],
      ),
    staff: async ({ offeringId }) =>
      (
        await world.rows<{ name: string }>(
          `select distinct p.name from offering_staff s join person p on p.id = s.person_id where s.offering_id = $1 and s.from_lti order by 1`,
          [offeringId],
        )
      ).map(({ name }) => name),
  };
}
