import { type ContentItem, isSpan, type Span } from './content-items.js';
import { itemOf } from './deep-linking.js';
import type { Course, LineItem, Link, MemberStatus, Person, Registration } from './model.js';
import type { Site } from './site.js';
import type { Visit } from './visits.js';
import type { Claims, Role } from './words.js';

export interface NewPerson {
  name?: string | null;
  email?: string | null;
  sourcedId?: string | null;
  roles?: Role[];
  status?: MemberStatus;
  id?: string;
}

export interface NewLink {
  registration?: Registration;
  deploymentId?: string;
  title?: string;
  text?: string;
  url?: string;
  custom?: Record<string, string>;
  available?: Span;
  submission?: Span;
  lineItem?: { scoreMaximum: number; label?: string } & Claims;
}

/** Courses, who is in them, and the links to tools; all by direct call, as an administrator has set them up. */
export class Courses {
  constructor(private readonly site: Site) {}

  add({
    title = 'Masonry',
    label = 'MAS-101',
    id = this.site.newId(),
  }: { title?: string; label?: string; id?: string } = {}): Course {
    const course: Course = { id, label, title, members: new Map(), links: new Map(), items: new Map(), history: [] };
    this.site.courses.set(course.id, course);
    return course;
  }

  addPerson(course: Course | null, given: NewPerson = {}): Person {
    const { name = `Person ${this.site.people.size + 1}`, id = this.site.newId() } = given;
    const words = name?.split(' ') ?? [];
    const person: Person = {
      id,
      name,
      givenName: words[0] ?? null,
      familyName: words.slice(1).join(' ') || null,
      email: given.email === undefined ? `${(words[0] ?? 'person').toLowerCase()}-${id}@lms.example` : given.email,
      sourcedId: given.sourcedId ?? null,
    };
    this.site.people.set(person.id, person);
    if (course) this.enrol(course, person, given);
    return person;
  }

  /** Puts somebody into a course, or changes what they are there. */
  enrol(course: Course, person: Person, { roles, status }: { roles?: Role[]; status?: MemberStatus } = {}): void {
    const old = course.members.get(person.id);
    course.members.set(person.id, {
      person,
      roles: roles ?? old?.roles ?? ['Learner'],
      status: status ?? old?.status ?? 'Active',
      changed: this.site.step(),
    });
  }

  addLink(course: Course, given: NewLink = {}): Link {
    const registration = given.registration ?? [...this.site.registrations.values()][0];
    if (!registration) throw new Error('No tool is registered.');
    const link: Link = {
      id: this.site.newId(),
      course,
      registration,
      deploymentId: given.deploymentId ?? registration.deployments[0] ?? '',
      title: given.title ?? registration.name,
      text: given.text ?? null,
      url: given.url ?? registration.targetLinkUri,
      custom: given.custom ?? {},
      history: [],
      item: null,
      available: given.available ?? null,
      submission: given.submission ?? null,
    };
    course.links.set(link.id, link);
    this.addItem(link, itemOf(link, { type: 'ltiResourceLink', ...given }, this.site.newId()));
    return link;
  }

  /** Makes the link that a tool picked. */
  addPicked = ({ course, registration, deploymentId }: Visit, item: ContentItem): Link => {
    if (!course) throw new Error('Deep linking starts in a course.');
    const { title, text, url, custom, available, submission } = item;
    const link = this.addLink(course, {
      registration,
      deploymentId,
      custom: (custom ?? {}) as Record<string, string>,
      ...(typeof title === 'string' ? { title } : {}),
      ...(typeof text === 'string' ? { text } : {}),
      ...(typeof url === 'string' ? { url } : {}),
      ...(isSpan(available) ? { available } : {}),
      ...(isSpan(submission) ? { submission } : {}),
    });
    this.addItem(link, itemOf(link, item, this.site.newId()));
    return link;
  };

  /** Starts a course with the links and columns of another: under new ids, without people and grades. */
  copy(origin: Course, { title = `${origin.title} (copy)` }: { title?: string } = {}): Course {
    const course = this.add({ title, label: origin.label });
    course.history = [origin.id, ...origin.history];
    const links = new Map<Link, Link>();
    for (const link of origin.links.values()) {
      const copied = { ...link, id: this.site.newId(), course, item: null, history: [link.id, ...link.history] };
      links.set(link, copied);
      course.links.set(copied.id, copied);
    }
    for (const item of origin.items.values()) {
      const link = item.link ? (links.get(item.link) ?? null) : null;
      const copied: LineItem = { ...item, id: this.site.newId(), course, link, grades: new Map() };
      course.items.set(copied.id, copied);
      if (link && item.link?.item === item) link.item = copied;
    }
    return course;
  }

  private addItem(link: Link, item: LineItem | null): void {
    if (!item) return;
    link.item = item;
    link.course.items.set(item.id, item);
  }
}
