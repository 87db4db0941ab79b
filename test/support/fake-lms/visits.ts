import type { Mutate, SignWith } from './keys.js';
import type { Course, LineItem, Link, Person, Registration } from './model.js';
import { Refusal, type Site } from './site.js';
import { type Claims, type MessageKind, messageTypes } from './words.js';

/** What a person opens: the message they carry to the tool, and how it is spoilt. */
export interface VisitOptions {
  person: Person;
  /** A link for a launch or a review; a course for deep linking and data privacy. */
  link?: Link;
  course?: Course;
  registration?: Registration;
  deploymentId?: string;
  kind?: MessageKind;
  /** The line item and the person of a submission review. */
  item?: LineItem;
  forPerson?: Person;
  /** Replaces settings of deep linking; `undefined` leaves one out. */
  deepLinking?: Claims;
  targetLinkUri?: string;
  /** Changes the claims and the header before they are signed. */
  mutate?: Mutate;
  signWith?: SignWith;
  /** Answers the authentication request with an error. */
  error?: { error: string; error_description?: string };
  /** Changes the parameters of the login; null leaves one out. */
  login?: Record<string, string | null>;
  loginMethod?: 'GET' | 'POST';
  storage?: StorageMode;
}

/** Where the platform keeps what tools store by postMessage: nowhere, in its page, in a frame of it; or it answers badly. */
export type StorageMode = 'none' | 'parent' | 'frame' | 'silent' | 'wrong-origin' | 'failing';

export interface Visit extends VisitOptions {
  id: string;
  kind: MessageKind;
  registration: Registration;
  deploymentId: string;
  targetLinkUri: string;
  storage: StorageMode;
}

/** What one login was started with; strict platforms take it back once. */
export interface Hint {
  visit: Visit;
  loginHint: string;
  used: boolean;
}

export class Visits {
  readonly visits = new Map<string, Visit>();
  private readonly hints = new Map<string, Hint>();

  constructor(private readonly site: Site) {}

  add(options: VisitOptions): Visit {
    const kind = options.kind ?? 'resourceLink';
    const registration = options.registration ?? options.link?.registration ?? [...this.site.registrations.values()][0];
    if (!registration) throw new Error('No tool is registered.');
    const visit = {
      ...options,
      id: this.site.secret(),
      kind,
      registration,
      deploymentId: options.deploymentId ?? options.link?.deploymentId ?? registration.deployments[0] ?? '',
      targetLinkUri: options.targetLinkUri ?? targetOf(kind, registration, options),
      storage: options.storage ?? (this.site.profile.storage ? ('parent' as const) : ('none' as const)),
    };
    this.visits.set(visit.id, visit);
    return visit;
  }

  find(id: string | undefined): Visit {
    const visit = this.visits.get(id ?? '');
    if (!visit) throw new Refusal(404, 'visit/unknown', 'Nobody started this visit.');
    return visit;
  }

  /** The parameters of a third-party-initiated login (Security Framework 1.1 §5.1.1.1, LTI Core 1.3 §4.1). */
  loginParameters(visit: Visit): Record<string, string> {
    const { profile, issuer } = this.site;
    const hint = { visit, loginHint: loginHint(visit, profile.login.hint), used: false };
    const messageHint = this.messageHint(visit);
    this.hints.set(messageHint, hint);
    const parameters: Record<string, string | null> = {
      iss: issuer,
      target_link_uri: visit.targetLinkUri,
      login_hint: hint.loginHint,
      lti_message_hint: messageHint,
      client_id: profile.login.clientId ? visit.registration.clientId : null,
      lti_deployment_id: profile.login.deploymentId ? visit.deploymentId : null,
      lti_storage_target: storageTarget(visit.storage),
      ...visit.login,
    };
    return Object.fromEntries(Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== null));
  }

  /** The login that a request continues: both hints have come back byte by byte. */
  takeHint(messageHint: string, loginHint: string): Hint | null {
    const hint = this.hints.get(messageHint);
    if (!hint || hint.loginHint !== loginHint || (hint.used && this.site.profile.singleUseHints)) return null;
    hint.used = true;
    return hint;
  }

  private messageHint({ link }: Visit): string {
    const secret = this.site.secret();
    if (this.site.profile.login.hint === 'json')
      return JSON.stringify({ cmid: link?.id ?? null, launchid: `ltilaunch_${secret}` });
    return this.site.profile.login.hint === 'awkward' ? `${secret} +/=&%2B?"ü”` : secret;
  }
}

function loginHint({ person }: Visit, hint: 'plain' | 'awkward' | 'json'): string {
  return hint === 'awkward' ? `${person.id}&é+%20 "1"` : person.id;
}

function storageTarget(storage: StorageMode): string | null {
  if (storage === 'none') return null;
  return storage === 'frame' ? 'lms_storage' : '_parent';
}

function targetOf(kind: MessageKind, registration: Registration, { link, item }: VisitOptions): string {
  const review = item?.rest['submissionReview'] as { url?: string } | undefined;
  const message = registration.messages.find(({ type }) => type === messageTypes[kind]);
  if (kind === 'resourceLink' && link) return link.url;
  return (kind === 'submissionReview' ? review?.url : undefined) ?? message?.target_link_uri ?? registration.targetLinkUri;
}
