import type { Scope } from './queries';

/** What a token can be allowed: all scopes of the API, by area. */
export const SCOPES = {
  institution: ['institution:read', 'institution:write'],
  people: ['people:read', 'people:write'],
  catalog: ['catalog:read', 'catalog:write'],
  enrollment: ['enrollment:read', 'enrollment:write'],
  learning: ['learning:read', 'learning:write'],
  assessment: ['assessment:read', 'assessment:write'],
  credentials: ['credentials:read', 'credentials:write', 'credentials:issue'],
  reports: ['reports:read'],
  files: ['files:read', 'files:write'],
} as const satisfies Record<string, readonly Scope[]>;

export type Area = keyof typeof SCOPES;
export const AREAS = Object.keys(SCOPES) as Area[];

export function partsOf(scope: Scope): { area: Area; verb: 'read' | 'write' | 'issue' } {
  const [area, verb] = scope.split(':') as [Area, 'read' | 'write' | 'issue'];
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
