import type { Scope } from './queries';

export type Area =
  | 'institution'
  | 'people'
  | 'catalog'
  | 'enrollment'
  | 'learning'
  | 'assessment'
  | 'credentials'
  | 'reports'
  | 'files';
type Verb = 'read' | 'write' | 'issue';

/** What a token can be allowed: all scopes of the API, area by area. */
export const SCOPES = [
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
] as const satisfies readonly Scope[];

export function partsOf(scope: Scope): { area: Area; verb: Verb } {
  const [area, verb] = scope.split(':') as [Area, Verb];
  return { area, verb };
}

const SERVICE_SCOPES = [
  'credential.readonly',
  'credential.upsert',
  'profile.readonly',
  'profile.update',
  'offline_access',
] as const;

/** The last part of an Open Badges scope (OB 3.0 §6.2); `null` for one that we have no words for. */
export function serviceScopeName(scope: string): (typeof SERVICE_SCOPES)[number] | null {
  const name = scope.slice(scope.lastIndexOf('/') + 1);
  return SERVICE_SCOPES.find((known) => known === name) ?? null;
}
