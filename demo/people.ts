import type { Role } from '../src/platform/http/access.js';
import { ApiClient, type Transport } from './api-client.js';

/** Somebody of the demo world, with a browser of their own. */
export interface DemoPerson {
  name: string;
  email: string;
  roles: Role[];
  id: string;
  client: ApiClient;
}

/** Good enough for a world that is thrown away, and long enough for the password rules. */
export const DEMO_PASSWORD = 'stone-by-stone-7';

export const INSTITUTION = { slug: 'riverside', name: 'Riverside University', language: 'en', timeZone: 'Europe/Vienna' };

export const CAST = {
  ines: { name: 'Ines Navarro', roles: ['instructor'] },
  ada: { name: 'Ada Okafor', roles: ['assessor'] },
  olga: { name: 'Olga Lindqvist', roles: ['office'] },
  amara: { name: 'Amara Diallo', roles: ['learner'] },
  jonas: { name: 'Jonas Weber', roles: ['learner'] },
  lea: { name: 'Lea Moreau', roles: ['learner'] },
} as const satisfies Record<string, { name: string; roles: Role[] }>;

export function emailOf(name: CastName): string {
  return `${name}@riverside.example`;
}

export type CastName = keyof typeof CAST;
export type DemoCast = Record<CastName, DemoPerson> & { admin: ApiClient };

/** Opens the institution as the first administrator and lets everybody in by invitation, as it really goes. */
export async function gatherCast(transport: Transport, signInPath: string): Promise<DemoCast> {
  const admin = new ApiClient(transport);
  await admin.submitForm('/sign-in/link', { token: signInPath.slice(signInPath.lastIndexOf('/') + 1) });
  const { id: institutionId } = await admin.post<{ id: string }>('/api/v1/institutions', INSTITUTION);
  await admin.put('/api/v1/session/institution', { institutionId });
  const institution = await admin.get<{ version: number }>('/api/v1/institution');
  await admin.patch(
    '/api/v1/institution',
    { description: 'The continuing-education office of an invented university.', countryCode: 'AT' },
    { ifMatch: `"v${institution.version}"` },
  );
  const people = {} as Record<CastName, DemoPerson>;
  for (const [key, { name, roles }] of Object.entries(CAST) as [CastName, (typeof CAST)[CastName]][]) {
    people[key] = await invite(admin, transport, { name, email: emailOf(key), roles: [...roles] });
  }
  return { ...people, admin };
}

async function invite(
  admin: ApiClient,
  transport: Transport,
  person: { name: string; email: string; roles: Role[] },
): Promise<DemoPerson> {
  await admin.post('/api/v1/invitations', person);
  const { items } = await admin.get<{ items: { recipient: string; body: string }[] }>('/api/v1/mailbox?limit=10');
  const letter = items.find(({ recipient }) => recipient === person.email);
  const token = /\/invitations\/(\S+)/.exec(letter?.body ?? '')?.[1];
  if (!token) throw new Error(`There is no invitation for ${person.email} in the mailbox`);
  const client = new ApiClient(transport);
  const { personId } = await client.post<{ personId: string }>('/api/v1/invitations/acceptance', {
    token,
    name: person.name,
    password: DEMO_PASSWORD,
  });
  await client.signIn(person.email, DEMO_PASSWORD);
  return { ...person, id: personId, client };
}
