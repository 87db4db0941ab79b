import { siteOf } from './fake-lms/cookie-jar.js';
import type { HttpBrowser } from './fake-lms/http-browser.js';
import type { Course, Link, Person } from './fake-lms/model.js';
import { type Answer, TestBrowser } from './browser.js';
import type { LtiWorld } from './lti-world.js';

/** Somebody who came by the LMS: what their browser does there, and what they do by the API in it. */
export interface Launched {
  person: Person;
  course: Course;
  link: Link;
  http: HttpBrowser;
  /** With the cookie of the launch. */
  browser: TestBrowser;
  personId: string;
  enrollmentId: string;
}

const ASK = '/api/v1/me/lms-account/requests';

/** A learner’s way from a course to an account, as far as it is the same in every test. */
export class LtiGuests {
  constructor(private readonly world: LtiWorld) {}

  async launch(name: string): Promise<Launched> {
    const { lms } = this.world;
    const course = lms.course({ title: 'Statistics' });
    const link = lms.addLink(course, { title: 'Data storytelling', custom: this.world.target('micro-credential') });
    return this.launchAgain({ person: lms.addPerson(course, { name, roles: ['Learner'] }), course, link });
  }

  async launchAgain({ person, course, link }: Pick<Launched, 'person' | 'course' | 'link'>): Promise<Launched> {
    const landing = await this.world.lms.launchOverHttp({ person, link });
    const browser = this.browser();
    const url = new URL(this.world.origin);
    browser.cookie = landing.browser.jar.header(url, { top: siteOf(url), crossSite: false, navigatesTop: true, method: 'GET' });
    const { person: me } = (await browser.get('/api/v1/session')).json<{ person: { id: string } }>();
    const enrollmentId = /learning\/([0-9a-f-]{36})/.exec(landing.url)?.[1] ?? '';
    return { person, course, link, http: landing.browser, browser, personId: me.id, enrollmentId };
  }

  /** A browser that knows nothing of the LMS. */
  browser(): TestBrowser {
    return new TestBrowser(this.world.riverside.app);
  }

  ask({ browser }: Pick<Launched, 'browser'>, email: string): Promise<Answer> {
    return browser.post(ASK, { email });
  }

  /** Asks, and looks into the mailbox. */
  async asked(launched: Launched, email: string): Promise<{ token: string; code: string }> {
    const answer = await this.ask(launched, email);
    if (answer.status !== 201) throw new Error(answer.text);
    return { code: answer.json<{ code: string }>().code, token: await this.tokenTo(email) };
  }

  async tokenTo(email: string): Promise<string> {
    return /\/lti\/account\/([\w-]{43})/.exec(await this.letterTo(email))?.[1] ?? '';
  }

  /** The newest one. */
  async letterTo(email: string): Promise<string> {
    const [letter] = await this.world.riverside.rows<{ body: string }>(
      'select body from mail_message where recipient = $1 order by created_at desc, id desc limit 1',
      [email],
    );
    return letter?.body ?? '';
  }

  async identityOf({
    person,
  }: Pick<Launched, 'person'>): Promise<{ id: string; personId: string; isGuest: boolean } | undefined> {
    const [identity] = await this.world.riverside.rows<{ id: string; personId: string; isGuest: boolean }>(
      'select id, person_id as "personId", is_guest as "isGuest" from lti_identity where subject = $1',
      [person.id],
    );
    return identity;
  }

  /** As if a page had been read there. */
  async learn({ browser, enrollmentId }: Launched): Promise<void> {
    const { riverside } = this.world;
    const [activityId] = riverside.edition.activityIds;
    const fact = { id: crypto.randomUUID(), activityId, kind: 'completed', effectiveAt: riverside.clock.now().toISOString() };
    const told = await browser.post(`/api/v1/enrollments/${enrollmentId}/facts`, { facts: [fact] });
    if (!told.text.includes('recorded')) throw new Error(told.text);
  }
}

export const sendClaim = (browser: TestBrowser, fields: Record<string, string>): Promise<Answer> =>
  browser.submit('/lti/account', fields);
