/*
 * A learning-management system of our own, for tests: real HTTP on 127.0.0.1, no line shared with the tool.
 * (With the tool on `localhost` the two are cross-site, as cookies see it.)
 *
 *   const lms = await startFakeLms({ profile: 'moodle', now: () => clock.now().getTime() });   …   await lms.stop();
 *   Profiles: lenient, strict (default), moodle, shared-issuer, storage; see profiles.ts. `adjust` changes one of them.
 *
 * Tool:     lms.registrationUrlFor('http://localhost:PORT/lti/register')  the address an administrator opens;
 *           lms.registrationPageFor(…)  the same in a frame; {updates: registration} renews a known one.
 *           lms.register({domain, initiateLoginUri, …})  by hand.  lms.activate(registration?)  where it waits for it.
 * Course:   const course = lms.course({title});  const ada = lms.addPerson(course, {name, email, roles: ['Learner']});
 *           lms.addPeople(course, 10_000);  lms.enrol(course, ada, {status: 'Inactive'});
 *           const link = lms.addLink(course, {title, custom, lineItem: {scoreMaximum: 10}});  lms.copyCourse(course)
 * Launch:   const landing = await lms.launchOverHttp({person, link});  {status, text, url, headers, hops, browser, sent}
 *           Where the tool ends it before there is a message, it throws StoppedShort with the last page.
 *           kind: 'deepLinking' | 'dataPrivacy' (give course) | 'submissionReview' (give item, forPerson).
 *           Spoilt: mutate(claims, header), signWith, error, login: {client_id: null}; forgeries.ts has a table of them.
 *           browser: another's cookies; framed: inside the platform's page, third-party cookies blocked.
 *           const waiting = await lms.upToMessage({…});  await lms.send(waiting, otherBrowser?)  to replay or mix up.
 *           lms.signMessage({person, link}, nonce)  a message that no login asked for.
 *           landing.browser.submit(form) / .get(url)  goes on from there; formsOf(text) reads forms.
 * Browser:  lms.pageFor({person, link, storage: 'parent' | 'frame' | 'silent' | 'wrong-origin' | 'failing'}, {inNewWindow});
 *           /course/ID/link/ID?person=ID&window  /course/ID/deepLinking?person=ID. The frame is #tool; window.received.
 * Grades:   lms.finalGrade(person, item) {score, maximum, comment} or null;  lms.gradeOf(person, item)  with the progress;
 *           lms.setGrade(person, item, points)  a teacher overrides;  link.item is the column; lms.itemsOf(course).
 * Picked:   lms.deepLinked  what came back: items, links, message.   Notices: lms.noticeHandlers, lms.sendCopyNotice(course).
 * Keys:     lms.rotateKey({keepOld, kid: otherLms.kid});  lms.keySet.behaviour = 'endless' | 'ten thousand keys' | {slowMs} | …
 * Faults:   lms.faults.next('scores', {status: 429, headers: {'retry-after': '1'}}, {times: 2});
 *           .always('roster', 'html', (request) => …);  .clear(). Also {delayMs}, 'reset', 'truncated', 'huge', 'lostReply'.
 *           lms.expireTokens();  lms.roster.mischief = 'next on another origin' | 'next is the same page' | 'next without end'.
 * Seen:     lms.requests  every request with endpoint, status, rule refused;  lms.requestsTo('token');
 *           lms.refusals  each rule that the tool broke ('token/jti-replayed');  lms.jtis.
 */
import { Addresses } from './addresses.js';
import { Courses } from './courses.js';
import { DeepLinking } from './deep-linking.js';
import { Driver } from './driver.js';
import { Faults } from './faults.js';
import { Gradebook } from './gradebook.js';
import { KeySet } from './key-set.js';
import { PlatformKeys } from './keys.js';
import { LineItems } from './line-items.js';
import { Login } from './login.js';
import { Messages } from './messages.js';
import { Notices } from './notices.js';
import { Pages } from './pages.js';
import { type Profile, type ProfileName, profiles } from './profiles.js';
import { Registrations } from './registration.js';
import { Roster } from './roster.js';
import { Scores } from './scores.js';
import { LmsServer } from './server.js';
import { FakeLms } from './fake-lms.js';
import { Site, type SiteOptions } from './site.js';
import { Tokens } from './tokens.js';
import { ToolKeys } from './tool-keys.js';
import { Visits } from './visits.js';

export type { FakeLms } from './fake-lms.js';
export { forgeries, partialLaunches } from './forgeries.js';
export { formsOf } from './forms.js';
export { StoppedShort } from './driver.js';

export interface FakeLmsOptions extends Partial<SiteOptions> {
  profile?: ProfileName;
  /** Changes single habits of the profile. */
  adjust?: Partial<Profile>;
  /** The issuer, where it is not the origin of the platform. */
  issuer?: string;
}

export async function startFakeLms({
  profile = 'strict',
  adjust = {},
  issuer,
  ...options
}: FakeLmsOptions = {}): Promise<FakeLms> {
  const site = new Site(
    { ...profiles[profile], ...adjust },
    { now: Date.now, toolKeysCachedMs: 0, grants: null, announcedIssuer: null, requireHttps: false, ...options },
  );
  const faults = new Faults();
  const keys = new PlatformKeys();
  const keySet = new KeySet(keys);
  const toolKeys = new ToolKeys(site);
  const tokens = new Tokens(site, toolKeys);
  const addresses = new Addresses(site);
  const visits = new Visits(site);
  const courses = new Courses(site);
  const deepLinking = new DeepLinking(site, toolKeys, courses.addPicked);
  const messages = new Messages(site, keys, addresses, (visit) => deepLinking.open(visit));
  const registrations = new Registrations(site, toolKeys);
  const lineItems = new LineItems(site, tokens, addresses);
  const scores = new Scores(site, lineItems, addresses);
  const roster = new Roster(site, tokens, addresses, messages);
  const notices = new Notices(site, tokens, keys, messages, addresses);
  const pages = new Pages(site, visits, () => deepLinking.outcomes);
  const login = new Login(site, visits, messages);
  const server = new LmsServer(site, faults, [
    keySet.route,
    tokens.route,
    roster.route,
    deepLinking.route,
    ...[registrations, login, lineItems, scores, notices, pages].flatMap(({ routes }) => routes),
  ]);
  site.origin = await server.listen();
  site.issuer = issuer ?? site.origin;
  return new FakeLms({
    site,
    server,
    faults,
    keys,
    keySet,
    tokens,
    visits,
    courses,
    deepLinking,
    messages,
    registrations,
    roster,
    notices,
    pages,
    driver: new Driver(site, visits),
    gradebook: new Gradebook(site),
  });
}
