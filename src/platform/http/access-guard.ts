import { createHash } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../config/environment.js';
import {
  ACCESS_RULE,
  type AccessRule,
  type Actor,
  type RequestWithAccess,
  type Role,
  type SignedIn,
  type TokenScope,
} from './access.js';
import { Problem } from './problem.js';
import { crossSiteRequest, invalidFields, notAllowed, notSignedIn, scopeMissing } from './problems.js';
import { sessionCookieNames, sessionTokens } from './session-tokens.js';

/** Turns a session cookie or bearer token into a person; provided by the people module. */
export interface Authenticator {
  bySession(token: string): Promise<SignedIn | null>;
  byToken(token: string): Promise<SignedIn | null>;
}

export const AUTHENTICATOR = Symbol('Authenticator');

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

/** Says who asks and whether the route is open to them. Rules about single things are the policies' work. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly environment: Environment,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rule) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no access rule`);
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithAccess>();
    const signedIn = await this.identify(request);
    if (signedIn) request.signedIn = signedIn;
    if (rule.kind === 'public' || rule.kind === 'service') return true;
    if (!signedIn) throw new Problem(notSignedIn);
    if (rule.kind === 'signed-in') {
      if (signedIn.scopes)
        throw new Problem(notAllowed, { detail: 'API tokens cannot be used here: sign in.', facts: { reason: 'api_token' } });
      if (signedIn.contextId !== null && !rule.byLms)
        throw new Problem(notAllowed, {
          detail: 'You came here by your LMS. Sign in to your own account for this.',
          facts: { reason: 'came_by_lms' },
        });
      return true;
    }
    request.actor = { ...member(signedIn, rule), ...idempotency(request, signedIn.personId) };
    return true;
  }

  private async identify(request: FastifyRequest): Promise<SignedIn | null> {
    const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer) return this.authenticator.byToken(bearer);
    const { own, framed } = sessionTokens(request.headers.cookie, sessionCookieNames(this.environment.publicUrl));
    const token = own ?? framed;
    if (!token) return null;
    refuseForgery(request);
    return this.authenticator.bySession(token);
  }
}

/** A cookie is sent by any page; a browser says from where, and a program that uses one must say so with a header pages cannot set. */
function refuseForgery(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  if (request.headers['sec-fetch-site'] ?? request.headers.origin ?? request.headers['x-cairn-request']) return;
  throw new Problem(crossSiteRequest, {
    detail: 'Send the header X-Cairn-Request: 1 with a session cookie, or use an API token.',
  });
}

/** Who teaches in a course of an LMS teaches there: the institution's material is not theirs to see or to change for that. */
const SCOPES_OF_TEACHING: ReadonlySet<TokenScope> = new Set<TokenScope>([
  'enrollment:read',
  'enrollment:write',
  'learning:read',
  'learning:write',
  'assessment:read',
  'assessment:write',
]);

function rolesFor({ contextId, roles }: SignedIn, scope: TokenScope): ReadonlySet<Role> {
  if (contextId === null || SCOPES_OF_TEACHING.has(scope)) return roles;
  return new Set([...roles].filter((role) => role !== 'instructor'));
}

function member(signedIn: SignedIn, rule: Extract<AccessRule, { kind: 'roles' }>): Actor {
  const { personId, institutionId, contextId, scopes } = signedIn;
  const roles = rolesFor(signedIn, rule.scope);
  if (institutionId === null)
    throw new Problem(notAllowed, {
      detail: 'Choose the institution to act for first.',
      facts: { reason: 'no_institution' },
    });
  if (!rule.roles.some((role) => roles.has(role))) {
    throw new Problem(notAllowed, { detail: `This needs one of the roles ${rule.roles.join(', ')}.` });
  }
  if (scopes && !scopes.includes(rule.scope))
    throw new Problem(scopeMissing, {
      detail: `This needs a token with the scope ${rule.scope}.`,
      facts: { scope: rule.scope },
    });
  return { personId, institutionId, roles, ...(contextId === null ? {} : { contextId }) };
}

function idempotency(request: FastifyRequest, personId: string): Pick<Actor, 'idempotency'> {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return {};
  if (typeof key !== 'string' || !IDEMPOTENCY_KEY.test(key)) {
    throw new Problem(invalidFields, {
      errors: [{ field: 'Idempotency-Key', code: 'format', detail: 'Use 8 to 128 visible ASCII characters, such as a UUID.' }],
    });
  }
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .digest('hex');
  return { idempotency: { scope: `${personId} ${request.method} ${request.routeOptions.url ?? ''}`, key, requestHash } };
}
