import { randomUUID } from 'node:crypto';
import { ApiClient } from '../../../demo/api-client.js';
import { fetchTransport } from '../../../demo/fetch-transport.js';
import { DEMO_PASSWORD, emailOf } from '../../../demo/people.js';
import { type FakeLms, startFakeLms } from '../../support/fake-lms/index.js';
import type { Course } from '../../support/fake-lms/model.js';
import { NRPS } from '../../support/fake-lms/words.js';
import type { BadWeather } from './bad-weather.js';
import { until } from './until.js';

/** A course of a platform that shows an offering of its own. */
export interface ShownCourse {
  course: Course;
  contextId: string;
  offeringId: string;
}

/** What a reading made of one person of a roster. */
export interface MadeOfMember {
  name: string;
  isStaff: boolean;
  isActive: boolean;
  identities: number;
  places: string[];
  rights: string[];
  /** Of the place. */
  events: string[];
  letters: number;
  notices: number;
}

/** A platform that Cairn has registered, with rows as launches would have written them, and Olga of the office, who has rosters read. */
export class PlatformInBadWeather {
  private constructor(
    readonly lms: FakeLms,
    private readonly weather: BadWeather,
    private readonly office: ApiClient,
    private readonly deploymentId: string,
    private readonly registrationId: string,
  ) {}

  /** It is gone when the drill is over. */
  static async begin(weather: BadWeather): Promise<PlatformInBadWeather> {
    const lms = await startFakeLms({ profile: 'moodle' });
    weather.afterDrill(() => lms.stop());
    const { clientId } = lms.register({
      initiateLoginUri: `${weather.origin}/lti/login`,
      redirectUris: [`${weather.origin}/lti/launch`],
      targetLinkUri: `${weather.origin}/lti/launch`,
      jwksUri: `${weather.origin}/.well-known/jwks.json`,
      deployments: ['1'],
    });
    const [registrationId, deploymentId] = [randomUUID(), randomUUID()];
    const own = '(select institution_id from offering limit 1)';
    await weather.database.rows(
      `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, token_audience, jwks_url,
         algorithms, product_family, frame_origins, scopes, settings, version, created_at)
       values ($1, ${own}, 'LMS', 'active', $2, $3, $4, $5, $6, $7, '{RS256}', 'moodle', '{}', '{}',
         '{"sendScores": false, "syncRosters": true, "acceptFirstDeployment": true}', 1, now())`,
      [registrationId, lms.issuer, clientId, lms.authEndpoint, lms.tokenEndpoint, lms.tokenAudience, lms.jwksUri],
    );
    await weather.database.rows(
      `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at) values ($2, ${own}, $1, '1', 'approved', now())`,
      [registrationId, deploymentId],
    );
    const office = new ApiClient(fetchTransport(weather.origin));
    await office.signIn(emailOf('olga'), DEMO_PASSWORD);
    return new PlatformInBadWeather(lms, weather, office, deploymentId, registrationId);
  }

  /** Learners by number, a teacher, and somebody who has an account here already. */
  async shows(learners: number, known: { personId: string }): Promise<ShownCourse> {
    const course = this.lms.course();
    for (let number = 1; number <= learners; number++) this.lms.addPerson(course, { name: `Learner ${number}` });
    this.lms.addPerson(course, { name: 'Tove Lind', roles: ['Instructor'] });
    const { id: subject } = this.lms.addPerson(course, { name: 'Known already' });
    const { database } = this.weather;
    const [contextId, offeringId] = [randomUUID(), randomUUID()];
    await database.rows(
      `insert into offering select copy.* from (select * from offering limit 1) o,
         jsonb_populate_record(null::offering, to_jsonb(o) || jsonb_build_object('id', $1::text)) copy`,
      [offeringId],
    );
    // Nobody has opened it for long, so that it is read when Olga asks for it and not by the timetable.
    await database.rows(
      `insert into lti_context (id, institution_id, deployment_id, kind, context_id, title, label, memberships_url, scopes, created_at, last_launch_at)
       select $1, institution_id, id, 'course', $3, 'Masonry', '', $4, '{}', now(), now() - interval '1 year' from lti_deployment where id = $2`,
      [contextId, this.deploymentId, course.id, this.rosterAddress(course)],
    );
    await database.rows(
      `insert into lti_section (context_id, micro_credential_id, institution_id, offering_id, created_at)
       select $1, e.micro_credential_id, o.institution_id, o.id, now() from offering o join edition e on e.id = o.edition_id where o.id = $2`,
      [contextId, offeringId],
    );
    await database.rows(
      `insert into lti_identity (id, institution_id, registration_id, subject, person_id, is_guest, created_at)
       select gen_random_uuid(), institution_id, id, $2, $3, false, now() from lti_registration where id = $1`,
      [this.registrationId, subject, known.personId],
    );
    return { course, contextId, offeringId };
  }

  async ask({ contextId }: ShownCourse): Promise<void> {
    await this.office.post(`/api/v1/lti/courses/${contextId}/roster-readings`, {});
  }

  async awaitRead({ contextId }: ShownCourse): Promise<void> {
    await until('a roster that was read', async () => {
      const read = await this.weather.database.rows(
        'select from lti_roster where context_id = $1 and answered_at >= asked_at and problem is null and reading_id is null and attempts = 0',
        [contextId],
      );
      return read.length > 0;
    });
  }

  /** Whoever is killed holds its turn for two minutes; the drill does not wait for them. */
  async endTurn({ contextId }: ShownCourse): Promise<void> {
    await this.weather.database.rows('update lti_roster set leased_until = now() where context_id = $1', [contextId]);
  }

  async madeOf({ contextId, offeringId }: ShownCourse): Promise<MadeOfMember[]> {
    return this.weather.database.rows<MadeOfMember>(
      `select case when i.is_guest then p.name else 'known' end as name, m.is_staff as "isStaff", m.ended_at is null as "isActive",
              (select count(*)::int from lti_identity o where o.person_id = p.id) as identities,
              array(select e.state from enrollment e where e.person_id = p.id and e.offering_id = $2) as places,
              array(select s.role from offering_staff s where s.person_id = p.id and s.offering_id = $2 order by 1) as rights,
              array(select v.type from event v join enrollment e on v.subject_id = e.id where e.person_id = p.id and e.offering_id = $2 order by 1) as events,
              (select count(*)::int from mail_message l where l.recipient = p.email) as letters,
              (select count(*)::int from notice n where n.person_id = p.id) as notices
         from lti_member m join lti_identity i on i.id = m.identity_id join person p on p.id = i.person_id
        where m.context_id = $1 order by 1`,
      [contextId, offeringId],
    );
  }

  private rosterAddress(course: Course): string {
    const link = this.lms.addLink(course);
    const person = this.lms.addPerson(null);
    const [, payload = ''] = this.lms.signMessage({ person, link }, 'nonce').split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<
      string,
      { context_memberships_url: string }
    >;
    return claims[NRPS]?.context_memberships_url ?? '';
  }
}
