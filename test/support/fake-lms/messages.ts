import type { Addresses } from './addresses.js';
import type { PlatformKeys } from './keys.js';
import type { Course, Link, Person, Registration } from './model.js';
import type { Site } from './site.js';
import type { Visit } from './visits.js';
import { AGS, type Claims, DL, LTI, messageTypes, NRPS, OUTCOME, roles, scopes } from './words.js';

/** Opens a place for the answer of a deep linking request. */
type OpenDeepLinking = (visit: Visit) => Claims;

/** The messages of LTI Core 1.3 §4.3, Deep Linking 2.0 §4.4, Submission Review 1.0 and the Data Privacy Launch. */
export class Messages {
  constructor(
    private readonly site: Site,
    private readonly keys: PlatformKeys,
    private readonly addresses: Addresses,
    private readonly openDeepLinking: OpenDeepLinking,
  ) {}

  sign(visit: Visit, nonce: string): string {
    return this.keys.sign(this.claims(visit, nonce), { mutate: visit.mutate, signWith: visit.signWith });
  }

  /** The security claims that launches and notices share (Security Framework 1.1 §5.1.2). */
  envelope(registration: Registration, deploymentId: string): Claims {
    const { idToken } = this.site.profile;
    const now = this.site.seconds();
    return {
      iss: this.site.issuer,
      aud: idToken.audience === 'list' ? [registration.clientId] : registration.clientId,
      ...(idToken.azp ? { azp: registration.clientId } : {}),
      iat: now,
      exp: now + idToken.seconds,
      [`${LTI}version`]: '1.3.0',
      [`${LTI}deployment_id`]: deploymentId,
    };
  }

  contextClaim({ id, label, title }: Course): Claims {
    return { id, label, title, type: [`http://purl.imsglobal.org/vocab/lis/v2/course#${this.site.profile.contextType}`] };
  }

  /** The claim of Assignment and Grade Services 2.0 §3.1, as far as scopes were granted. */
  gradesClaim(course: Course, registration: Registration, link: Link | null): Claims {
    const granted = registration.scopes.filter((scope) => scope.includes('/lti-ags/'));
    if (granted.length === 0) return {};
    return {
      [AGS]: {
        scope: granted,
        lineitems: this.addresses.lineItems(course, registration),
        ...(link?.item ? { lineitem: this.addresses.lineItem(link.item) } : {}),
      },
    };
  }

  private claims(visit: Visit, nonce: string): Claims {
    const { registration, link, kind, person } = visit;
    const course = visit.course ?? link?.course ?? visit.item?.course;
    const membership = course?.members.get(person.id);
    return {
      ...this.envelope(registration, visit.deploymentId),
      nonce,
      sub: person.id,
      ...personalClaims(person, registration),
      locale: 'en',
      [`${LTI}message_type`]: messageTypes[kind],
      [`${LTI}target_link_uri`]: visit.targetLinkUri,
      [`${LTI}roles`]: (membership?.roles ?? []).map((role) => roles[role]),
      ...(person.sourcedId ? { [`${LTI}lis`]: { person_sourcedid: person.sourcedId } } : {}),
      [`${LTI}tool_platform`]: {
        guid: this.site.issuer,
        name: 'Fake LMS',
        product_family_code: this.site.profile.family,
        version: '1.0',
      },
      [`${LTI}launch_presentation`]: {
        document_target: 'iframe',
        locale: 'en',
        return_url: `${this.site.origin}/returned/${visit.id}`,
      },
      ...(course && kind !== 'dataPrivacy' ? this.courseClaims(visit, course) : {}),
      ...(this.site.profile.oldExtras ? oldExtras(person) : {}),
      ...(kind === 'deepLinking' ? { [`${DL}deep_linking_settings`]: this.openDeepLinking(visit) } : {}),
    };
  }

  private courseClaims(visit: Visit, course: Course): Claims {
    const { registration, kind } = visit;
    const link = visit.link ?? visit.item?.link ?? null;
    const withLink = kind !== 'deepLinking' && link;
    return {
      [`${LTI}context`]: this.contextClaim(course),
      ...(withLink
        ? { [`${LTI}resource_link`]: { id: link.id, title: link.title, ...(link.text ? { description: link.text } : {}) } }
        : {}),
      ...this.gradesClaim(course, registration, withLink || null),
      ...this.reviewClaims(visit, course),
      ...(registration.scopes.includes(scopes.roster)
        ? { [NRPS]: { context_memberships_url: this.addresses.roster(course, registration), service_versions: ['2.0'] } }
        : {}),
      ...(this.site.profile.notices && registration.scopes.includes(scopes.notices) ? this.noticesClaim(visit.deploymentId) : {}),
      [`${LTI}custom`]: this.custom(
        { ...registration.custom, ...(withLink ? link.custom : {}) },
        { course, link, person: visit.person, registration },
      ),
    };
  }

  private reviewClaims({ kind, item, forPerson }: Visit, course: Course): Claims {
    if (kind !== 'submissionReview' || !item || !forPerson) return {};
    const forRoles = (course.members.get(forPerson.id)?.roles ?? []).map((role) => roles[role]);
    return {
      [AGS]: {
        scope: item.registration.scopes.filter((scope) => scope.includes('/lti-ags/')),
        lineitems: this.addresses.lineItems(course, item.registration),
        lineitem: this.addresses.lineItem(item),
      },
      [`${LTI}for_user`]: { user_id: forPerson.id, ...personalClaims(forPerson, item.registration), roles: forRoles },
    };
  }

  private noticesClaim(deploymentId: string): Claims {
    return {
      [`${LTI}platformnotificationservice`]: {
        service_versions: ['1.0'],
        platform_notification_service_url: this.addresses.notices(deploymentId),
        scope: [scopes.notices],
        notice_types_supported: ['LtiContextCopyNotice'],
      },
    };
  }

  /** Custom values, with the variables that are known here; those that are not stay as they are written (LTI Core 1.3 §3.9). */
  private custom(
    given: Record<string, string>,
    { course, link, person, registration }: { course: Course; link: Link | null; person: Person; registration: Registration },
  ): Claims {
    const { profile } = this.site;
    const variables: Record<string, string | undefined> = {
      '$User.id': person.id,
      '$Context.id': course.id,
      '$Person.name.full': person.name ?? '',
      '$ResourceLink.id': link?.id,
      '$Context.id.history': course.history.join(','),
      '$ResourceLink.id.history': profile.resourceLinkHistory ? link?.history.join(',') : undefined,
    };
    const values = Object.entries(given).map(([name, value]) => [name, variables[value] ?? value]);
    if (!profile.oldExtras) return Object.fromEntries(values) as Claims;
    const services = {
      context_memberships_url: this.addresses.roster(course, registration),
      lineitems_url: this.addresses.lineItems(course, registration),
      link_url: `${this.site.origin}/services/links/{link_id}`,
    };
    return { ...(Object.fromEntries(values) as Claims), ...services };
  }
}

/** Of what is known of a person, what this tool is given. */
export function personalClaims(person: Person, { claims }: Registration): Claims {
  const all = { name: person.name, given_name: person.givenName, family_name: person.familyName, email: person.email };
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => value !== null && claims.includes(name)));
}

function oldExtras(person: Person): Claims {
  return {
    [`${LTI}ext`]: { lms: 'moodle-2', user_username: person.id },
    [`${LTI}lti1p1`]: { user_id: person.id },
    [OUTCOME]: { lis_result_sourcedid: '{"data":{"instanceid":"1"}}', lis_outcome_service_url: 'http://127.0.0.1:9/service.php' },
  };
}
