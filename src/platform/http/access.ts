import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Idempotency } from '../database/unit-of-work.js';

export const MEMBER_ROLES = ['learner', 'instructor', 'assessor', 'office', 'admin'] as const;
export type Role = (typeof MEMBER_ROLES)[number];

/** What an API token can be limited to. `write` does not include `read`. */
export const TOKEN_SCOPES = [
  'institution:read',
  'institution:write',
  'people:read',
  'people:write',
  'catalog:read',
  'catalog:write',
  'enrollment:read',
  'enrollment:write',
  'learning:read',
  'learning:write',
  'assessment:read',
  'assessment:write',
  'credentials:read',
  'credentials:write',
  'credentials:issue',
  'reports:read',
  'files:read',
  'files:write',
] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Who is asking, and where they act. Handed down as an argument; there is no ambient "current user". */
export interface Actor {
  personId: string;
  institutionId: string;
  /** Set for who came by an LMS: what they may do as staff counts within this context of it, and nowhere else. */
  contextId?: string | null;
  roles: ReadonlySet<Role>;
  /** Set when the request carries an Idempotency-Key. */
  idempotency?: Idempotency;
}

/** Somebody signed in who may not be acting for any institution yet. */
export interface SignedIn {
  personId: string;
  institutionId: string | null;
  roles: ReadonlySet<Role>;
  sessionId: string | null;
  /** Their language, a BCP 47 tag. */
  locale: string;
  /** `null`: a session, which may do all that the person may. */
  scopes: readonly TokenScope[] | null;
  /** Of the LMS that they came by, where the session is limited to one. */
  contextId: string | null;
}

export type AccessRule =
  | { kind: 'public' }
  | { kind: 'signed-in'; byLms?: boolean }
  | { kind: 'service'; scope: string }
  | { kind: 'roles'; roles: readonly Role[]; scope: TokenScope };

export const ACCESS_RULE = Symbol('access-rule');

function access(rule: AccessRule) {
  return applyDecorators(SetMetadata(ACCESS_RULE, rule), ApiExtension('x-cairn-access', rule));
}

/** Open to everybody. Every route declares one of these four, or the process refuses to start. */
export const PublicAccess = () => access({ kind: 'public' });

/**
 * Open to anybody with a session, acting for an institution or not. API tokens are refused; so are sessions that an LMS vouched for,
 * unless the route says `byLms`: an account is in the hands of who signed in to it.
 */
export const SignedInAccess = ({ byLms = false } = {}) =>
  applyDecorators(access({ kind: 'signed-in', ...(byLms ? { byLms } : {}) }), ApiSecurity('session'));

/** Open to members of the acting institution who hold one of the roles; API tokens also need the scope. */
export const RoleAccess = (scope: TokenScope, ...roles: Role[]) =>
  applyDecorators(access({ kind: 'roles', roles, scope }), ApiSecurity('session'), ApiSecurity('token'));

/** Open to services that a member has let in, with a bearer token of the protocol; the module that gives the tokens guards the route. */
export const ServiceAccess = (scope: string) =>
  applyDecorators(access({ kind: 'service', scope }), ApiSecurity('service', [scope]));

export interface RequestWithAccess {
  signedIn?: SignedIn;
  actor?: Actor;
}

/** The member who asks; only on routes with `RoleAccess`. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithAccess>();
  if (!actor) throw new Error('CurrentActor needs RoleAccess on the route');
  return actor;
});

/** The person who asks; only on routes with `SignedInAccess`. */
export const CurrentPerson = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<RequestWithAccess>();
  if (!signedIn) throw new Error('CurrentPerson needs SignedInAccess on the route');
  return signedIn;
});

/** The person who asks, or `null`; for public routes that treat who is signed in differently. API tokens count as nobody. */
export const PersonIfAny = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn | null => {
  const { signedIn } = context.switchToHttp().getRequest<RequestWithAccess>();
  return signedIn?.sessionId ? signedIn : null;
});
