import type { Addresses } from './addresses.js';
import type { Messages } from './messages.js';
import { personalClaims } from './messages.js';
import type { Course, Link, Membership, Registration } from './model.js';
import { demandAccept, linkHeader, pageOf } from './pages-of-lists.js';
import { type Exchange, jsonReply, type Reply, type Route } from './server.js';
import { insist, type Site } from './site.js';
import type { Tokens } from './tokens.js';
import { type Claims, LTI, mediaTypes, type Role, roles, scopes } from './words.js';

/** Where the next page is said to be, against all honesty. */
export type RosterMischief = 'none' | 'next on another origin' | 'next is the same page' | 'next without end';

/** Names and Role Provisioning Services 2.0. */
export class Roster {
  mischief: RosterMischief = 'none';

  constructor(
    private readonly site: Site,
    private readonly tokens: Tokens,
    private readonly addresses: Addresses,
    private readonly messages: Messages,
  ) {}

  readonly route: Route = {
    endpoint: 'roster',
    methods: ['GET'],
    path: '/services/:course/memberships',
    answer: (exchange) => this.list(exchange),
  };

  private list(exchange: Exchange): Reply {
    const { profile } = this.site;
    const registration = this.tokens.demand(exchange, scopes.roster);
    this.addresses.check(exchange, registration);
    demandAccept(exchange, mediaTypes.roster, profile.exactMediaTypes);
    const course = this.site.courseOf(exchange.params['course']);
    const link = this.linkOf(exchange, course, registration);
    const wanted = this.wanted(exchange, course, link);
    const { page, next } = pageOf(exchange, wanted, profile.roster.pageSize);
    const body = {
      id: exchange.url.href,
      context: this.messages.contextClaim(course),
      members: page.map((member) => this.member(member, { course, link, registration })),
    };
    const links = { next: this.nextOf(exchange, next), differences: next ? null : this.differences(course, registration) };
    return jsonReply(body, { type: mediaTypes.roster, headers: linkHeader(links) });
  }

  private linkOf({ url }: Exchange, course: Course, registration: Registration): Link | null {
    const id = url.searchParams.get('rlid');
    if (id === null) return null;
    const link = course.links.get(id);
    insist([['roster/rlid', link?.registration === registration, 'There is no such resource link in this course.']], 404);
    return link ?? null;
  }

  /** Who left is named in differences alone; a resource link is for those who may open it. */
  private wanted({ url }: Exchange, { members }: Course, link: Link | null): Membership[] {
    const since = url.searchParams.get('since');
    const role = url.searchParams.get('role');
    const isRole = (name: Role) => role === null || role === name || role === roles[name];
    return [...members.values()].filter(
      ({ status, changed, roles }) =>
        (since === null ? status !== 'Deleted' : changed > Number(since)) &&
        roles.some(isRole) &&
        (link === null || status === 'Active'),
    );
  }

  private member(
    { person, status, roles: has }: Membership,
    { course, link, registration }: { course: Course; link: Link | null; registration: Registration },
  ): Claims {
    return {
      status,
      user_id: person.id,
      roles: has.map((role) => (this.site.profile.roster.shortRoles ? role : roles[role])),
      ...personalClaims(person, registration),
      ...(person.sourcedId ? { lis_person_sourcedid: person.sourcedId } : {}),
      ...(link
        ? {
            message: [
              {
                [`${LTI}message_type`]: 'LtiResourceLinkRequest',
                [`${LTI}custom`]: { ...registration.custom, ...link.custom },
                ...this.messages.gradesClaim(course, registration, link),
              },
            ],
          }
        : {}),
    };
  }

  private nextOf({ url }: Exchange, next: string | null): string | null {
    if (this.mischief === 'none') return next;
    if (this.mischief === 'next is the same page') return url.href;
    const changed = new URL(next ?? url);
    if (this.mischief === 'next on another origin') changed.hostname = 'localhost';
    else changed.searchParams.set('again', String(this.site.step()));
    return changed.href;
  }

  private differences(course: Course, registration: Registration): string | null {
    if (!this.site.profile.roster.differences) return null;
    const url = new URL(this.addresses.roster(course, registration));
    url.searchParams.set('since', String(this.site.step()));
    return url.href;
  }
}
