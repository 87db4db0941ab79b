import { randomBytes, randomUUID } from 'node:crypto';
import type { Course, Person, Registration } from './model.js';
import type { Profile } from './profiles.js';
import type { LoggedRequest } from './server.js';

/** Says no, with the rule that was broken and what to do about it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    /** `<part>/<rule>`, for tests to name. */
    readonly rule: string,
    detail: string,
    /** The error of OAuth or OpenID Connect, where the answer carries one. */
    readonly error = 'invalid_request',
  ) {
    super(detail);
  }
}

export interface SiteOptions {
  /** Milliseconds; the platform's own clock. */
  now: () => number;
  /** How long it goes on with a tool's key set that it has fetched. */
  toolKeysCachedMs: number;
  /** Of what the tool asks for, what it is granted; all where absent. */
  grants: string[] | null;
  /** Replaces `issuer` in the configuration, to try a tool with one that does not fit. */
  announcedIssuer: string | null;
  requireHttps: boolean;
}

/** All that one platform knows. */
export class Site {
  origin = '';
  issuer = '';
  readonly registrations = new Map<string, Registration>();
  readonly courses = new Map<string, Course>();
  readonly people = new Map<string, Person>();
  readonly requests: LoggedRequest[] = [];
  readonly refusals: Refusal[] = [];
  /** Every `jti` of every tool, in the order they came. */
  readonly jtis: { clientId: string; jti: string; where: string }[] = [];
  private count = 0;

  constructor(
    readonly profile: Profile,
    readonly options: SiteOptions,
  ) {}

  now(): number {
    return this.options.now();
  }

  seconds(): number {
    return Math.floor(this.now() / 1000);
  }

  step(): number {
    return ++this.count;
  }

  newId(): string {
    return this.profile.ids === 'numeric' ? String(this.step()) : randomUUID();
  }

  secret(): string {
    return randomBytes(24).toString('base64url');
  }

  get tokenEndpoint(): string {
    return `${this.origin}/token`;
  }

  get tokenAudience(): string {
    return this.profile.ownTokenAudience ? `${this.origin}/authorization-server` : this.tokenEndpoint;
  }

  get authEndpoint(): string {
    return `${this.origin}/auth`;
  }

  courseOf(id: string | undefined): Course {
    const course = this.courses.get(id ?? '');
    if (!course) throw new Refusal(404, 'course/unknown', `There is no course ${id}.`);
    return course;
  }

  /** Refuses a second use of a `jti` by the same tool (Security Framework 1.1 §4.1.1). */
  useJti(clientId: string, jti: unknown, where: string): void {
    if (typeof jti !== 'string' || !jti) {
      if (!this.profile.strict) return;
      throw new Refusal(400, `${where}/jti`, '`jti` has to be a text that was never used.', 'invalid_client');
    }
    const again = this.jtis.some((used) => used.clientId === clientId && used.jti === jti);
    this.jtis.push({ clientId, jti, where });
    if (again) throw new Refusal(400, `${where}/jti-replayed`, `The jti ${jti} was used before.`, 'invalid_client');
  }
}

/** Throws the first broken rule of a table. */
export function insist(rules: [rule: string, holds: boolean, detail: string][], status = 400, error?: string): void {
  for (const [rule, holds, detail] of rules) if (!holds) throw new Refusal(status, rule, detail, error);
}

export function isText(value: unknown, most = 255): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= most;
}

/** A text as it is; whatever else it may be counts as none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function urlOf(value: unknown): URL | null {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
}
