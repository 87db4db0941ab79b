import type { Courses, NewLink, NewPerson } from './courses.js';
import type { DeepLinking, DeepLinkingOutcome } from './deep-linking.js';
import type { Driver, Landing, OverHttp, WaitingMessage } from './driver.js';
import type { Endpoint, Faults } from './faults.js';
import type { Gradebook } from './gradebook.js';
import type { HttpBrowser } from './http-browser.js';
import type { KeySet } from './key-set.js';
import type { PlatformKeys, Rotation } from './keys.js';
import type { Messages } from './messages.js';
import type { Course, LineItem, Link, MemberStatus, Person, Registration } from './model.js';
import type { NoticeOptions, Notices } from './notices.js';
import type { Pages } from './pages.js';
import type { Registrations } from './registration.js';
import type { Roster } from './roster.js';
import type { LmsServer, LoggedRequest } from './server.js';
import type { Refusal, Site } from './site.js';
import type { Tokens } from './tokens.js';
import type { VisitOptions, Visits } from './visits.js';
import { messageTypes, type Role, scopes } from './words.js';

interface Parts {
  site: Site;
  server: LmsServer;
  faults: Faults;
  keys: PlatformKeys;
  keySet: KeySet;
  tokens: Tokens;
  visits: Visits;
  courses: Courses;
  deepLinking: DeepLinking;
  messages: Messages;
  registrations: Registrations;
  roster: Roster;
  notices: Notices;
  pages: Pages;
  driver: Driver;
  gradebook: Gradebook;
}

export type ManualTool = Partial<Omit<Registration, 'clientId' | 'active'>> &
  Pick<Registration, 'initiateLoginUri' | 'redirectUris' | 'jwksUri' | 'targetLinkUri'>;

/** The platform as tests hold it in hand; the top of index.ts says how. */
export class FakeLms {
  readonly faults: Faults;
  readonly keySet: KeySet;
  readonly roster: Roster;

  constructor(private readonly parts: Parts) {
    ({ faults: this.faults, keySet: this.keySet, roster: this.roster } = parts);
  }

  get origin(): string {
    return this.parts.site.origin;
  }

  get issuer(): string {
    return this.parts.site.issuer;
  }

  get authEndpoint(): string {
    return this.parts.site.authEndpoint;
  }

  get tokenEndpoint(): string {
    return this.parts.site.tokenEndpoint;
  }

  get tokenAudience(): string {
    return this.parts.site.tokenAudience;
  }

  get jwksUri(): string {
    return `${this.origin}/jwks`;
  }

  async stop(): Promise<void> {
    await this.parts.server.close();
    this.parts.keys.release();
  }

  registrationUrlFor(toolUrl: string, options: { updates?: Registration; token?: boolean } = {}): string {
    return this.parts.registrations.startUrl(toolUrl, options);
  }

  registrationPageFor(toolUrl: string, options: { updates?: Registration; token?: boolean } = {}): string {
    return this.parts.pages.registeringUrl(this.registrationUrlFor(toolUrl, options));
  }

  get registrations(): Registration[] {
    return [...this.parts.site.registrations.values()];
  }

  register(tool: ManualTool): Registration {
    const registration = this.parts.registrations.add({
      name: 'A tool',
      domain: new URL(tool.targetLinkUri).host,
      scopes: Object.values(scopes),
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name', 'email'],
      messages: Object.values(messageTypes).map((type) => ({ type })),
      custom: {},
      deployments: [],
      ...tool,
    });
    this.activate(registration);
    return registration;
  }

  /** An administrator lets the tool in: the one that came last where none is named. */
  activate(registration: Registration | undefined = this.registrations.at(-1)): Registration {
    if (!registration) throw new Error('No tool is registered.');
    registration.active = true;
    return registration;
  }

  /** Another deployment of the same client. */
  deploy(registration: Registration, id: string = this.parts.site.newId()): string {
    registration.deployments.push(id);
    return id;
  }

  course(given: { title?: string; label?: string; id?: string } = {}): Course {
    return this.parts.courses.add(given);
  }

  addPerson(course: Course | null, given: NewPerson = {}): Person {
    return this.parts.courses.addPerson(course, given);
  }

  addPeople(course: Course, count: number, given: NewPerson = {}): Person[] {
    return Array.from({ length: count }, () => this.addPerson(course, given));
  }

  enrol(course: Course, person: Person, given: { roles?: Role[]; status?: MemberStatus }): void {
    this.parts.courses.enrol(course, person, given);
  }

  addLink(course: Course, given: NewLink = {}): Link {
    return this.parts.courses.addLink(course, given);
  }

  copyCourse(origin: Course, given: { title?: string } = {}): Course {
    return this.parts.courses.copy(origin, given);
  }

  /** Tells each tool that has a link in the course; gives the status of each delivery. */
  async sendCopyNotice(course: Course, options: NoticeOptions = {}): Promise<number[]> {
    const tools = new Set([...course.links.values()].map(({ registration }) => registration));
    return (await Promise.all([...tools].map((tool) => this.parts.notices.sendCopy(course, tool, options)))).flat();
  }

  get noticeHandlers(): ReadonlyMap<string, string> {
    return this.parts.notices.handlers;
  }

  launchOverHttp(options: OverHttp): Promise<Landing> {
    return this.parts.driver.launch(options);
  }

  upToMessage(options: OverHttp): Promise<WaitingMessage> {
    return this.parts.driver.upToMessage(options);
  }

  send(waiting: WaitingMessage, browser?: HttpBrowser): Promise<Landing> {
    return this.parts.driver.send(waiting, browser);
  }

  newBrowser(framed = false, headers: Record<string, string> = {}): HttpBrowser {
    return this.parts.driver.newBrowser(framed, headers);
  }

  signMessage(options: VisitOptions, nonce: string): string {
    return this.parts.messages.sign(this.parts.visits.add(options), nonce);
  }

  /** The page of the platform that a person opens in a real browser. */
  pageFor(options: VisitOptions, manner: { inNewWindow?: boolean } = {}): string {
    return this.parts.pages.urlOf(this.parts.visits.add(options), manner);
  }

  itemsOf(course: Course): LineItem[] {
    return this.parts.gradebook.itemsOf(course);
  }

  finalGrade(person: Person, item: LineItem): ReturnType<Gradebook['finalGrade']> {
    return this.parts.gradebook.finalGrade(person, item);
  }

  gradeOf(person: Person, item: LineItem): ReturnType<Gradebook['gradeOf']> {
    return this.parts.gradebook.gradeOf(person, item);
  }

  setGrade(person: Person, item: LineItem, points: number | null): void {
    this.parts.gradebook.setGrade(person, item, points);
  }

  get deepLinked(): readonly DeepLinkingOutcome[] {
    return this.parts.deepLinking.outcomes;
  }

  get kid(): string {
    return this.parts.keys.current.kid;
  }

  rotateKey(options: Rotation = {}): void {
    this.parts.keys.rotate(options);
  }

  expireTokens(): void {
    this.parts.tokens.expireAll();
  }

  get requests(): readonly LoggedRequest[] {
    return this.parts.site.requests;
  }

  requestsTo(endpoint: Endpoint): LoggedRequest[] {
    return this.requests.filter((request) => request.endpoint === endpoint);
  }

  get refusals(): readonly Refusal[] {
    return this.parts.site.refusals;
  }

  get jtis(): Site['jtis'] {
    return this.parts.site.jtis;
  }
}
