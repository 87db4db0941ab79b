import { DEMO_PASSWORD } from '../../../demo/people.js';
import { newId } from '../../../src/platform/ids.js';
import { type Things } from '../api-things.js';
import type { Caller } from '../api-world.js';
import { awaitFact } from '../badges.js';
import { type ApiRequests, as, ifMatch } from './request.js';

/** Invites a new learner, and gives the token of the letter. */
async function invitation({ world, cast }: Things): Promise<{ id: string; token: string; email: string }> {
  const email = `${newId()}@riverside.example`;
  const { id } = await cast.admin.post<{ id: string }>('/api/v1/invitations', { email, name: 'Noor', roles: ['learner'] });
  const [letter] = await world.rows<{ body: string }>('select body from mail_message where recipient = $1', [email]);
  return { id, email, token: /\/invitations\/(\S+)/.exec(letter?.body ?? '')?.[1] ?? '' };
}

/** A new member who has a password. */
async function newcomer(things: Things): Promise<{ id: string; email: string; session: Caller }> {
  const { token, email } = await invitation(things);
  const { answer } = await things.world.ask(
    {},
    { method: 'POST', path: '/api/v1/invitations/acceptance', body: { token, name: 'Noor', password: DEMO_PASSWORD } },
  );
  const { personId } = JSON.parse(answer.body) as { personId: string };
  return { id: personId, email, session: await things.world.session(personId) };
}

/** All that is held about a new member, being collected. */
async function personalExport(things: Things): Promise<{ id: string; session: Caller }> {
  const { session } = await newcomer(things);
  const { answer } = await things.world.ask(session, { method: 'POST', path: '/api/v1/me/exports' });
  return { id: (JSON.parse(answer.body) as { id: string }).id, session };
}

/** Somebody new who asked to be erased. */
async function erasure(things: Things): Promise<{ session: Caller }> {
  const { session } = await newcomer(things);
  const body = { password: DEMO_PASSWORD, badges: 'kept' };
  await things.world.ask(session, { method: 'POST', path: '/api/v1/me/erasure', body });
  return { session };
}

async function apiToken({ cast }: Things): Promise<{ id: string }> {
  return cast.olga.client.post('/api/v1/me/api-tokens', { name: 'Registry', scopes: ['people:read'] });
}

/** A notice of Amara's that was made for this. */
async function notice({ world, cast }: Things): Promise<string> {
  const id = newId();
  await world.rows(
    `insert into notice (id, institution_id, person_id, kind, dedupe_key, particulars, created_at)
     select $1::uuid, institution_id, person_id, 'feedback', $1::text, '{}', now() from membership where person_id = $2`,
    [id, cast.amara.id],
  );
  return id;
}

const KEPT_FOR = { drafts: null, uploads: 3_000, notices: 3_000, letters: null, sessions: 3_000, invitations: null };

export const peopleRequests: ApiRequests = {
  listMyNotices: async (things) => ({ path: '/api/v1/me/notices', by: await as(things, 'amara') }),
  countMyUnreadNotices: async (things) => ({ path: '/api/v1/me/notices/unread', by: await as(things, 'amara') }),
  readNotice: async (things) => ({ path: `/api/v1/me/notices/${await notice(things)}/reading`, by: await as(things, 'amara') }),
  unreadNotice: async (things) => ({ path: `/api/v1/me/notices/${await notice(things)}/reading`, by: await as(things, 'amara') }),
  readAllNotices: async (things) => ({ path: '/api/v1/me/notices/reading', by: await as(things, 'amara') }),
  getNoticePreferences: async (things) => ({ path: '/api/v1/me/notice-preferences', by: await as(things, 'amara') }),
  chooseNoticePreference: async (things) => ({
    path: '/api/v1/me/notice-preferences/feedback',
    body: { inProduct: true, byMail: false },
    by: await as(things, 'amara'),
  }),
  getInstitution: async (things) => ({ path: '/api/v1/institution', by: await as(things, 'amara') }),
  describe: async (things) => {
    const { version } = await things.cast.admin.get<{ version: number }>('/api/v1/institution');
    const body = { description: 'The office of an invented university.' };
    return { path: '/api/v1/institution', headers: ifMatch(version), body, by: await as(things, 'admin') };
  },
  getRetention: async (things) => ({ path: '/api/v1/institution/retention', by: await as(things, 'olga') }),
  changeRetention: async (things) => {
    const path = '/api/v1/institution/retention';
    const { version } = await things.cast.admin.get<{ version: number }>(path);
    return { path, headers: ifMatch(version), body: KEPT_FOR, by: await as(things, 'admin') };
  },
  forecastRetention: async (things) => ({
    path: '/api/v1/institution/retention/forecast',
    body: KEPT_FOR,
    by: await as(things, 'admin'),
  }),
  openInstitution: async (things) => ({
    path: '/api/v1/institutions',
    body: { slug: `school-${newId().slice(-12)}`, name: 'Hillside School', language: 'en', timeZone: 'UTC' },
    by: await as(things, 'admin'),
  }),
  signIn: async ({ cast }) => ({ path: '/api/v1/session', body: { email: cast.amara.email, password: DEMO_PASSWORD } }),
  readSession: async (things) => ({ path: '/api/v1/session', by: await as(things, 'amara') }),
  signOut: async (things) => ({ path: '/api/v1/session', by: await as(things, 'amara') }),
  chooseActingInstitution: async (things) => ({
    path: '/api/v1/session/institution',
    body: { institutionId: things.world.riverside },
    by: await as(things, 'amara'),
  }),
  readMe: async (things) => ({ path: '/api/v1/me', by: await as(things, 'amara') }),
  updateMe: async (things) => ({ path: '/api/v1/me', body: { locale: 'de' }, by: await as(things, 'amara') }),
  changePassword: async (things) => ({
    path: '/api/v1/me/password',
    body: { currentPassword: DEMO_PASSWORD, newPassword: 'four brave little herons' },
    by: (await newcomer(things)).session,
  }),
  changeEmail: async (things) => ({
    path: '/api/v1/me/email',
    body: { email: `${newId()}@riverside.example`, password: DEMO_PASSWORD },
    by: (await newcomer(things)).session,
  }),
  listOwnSessions: async (things) => ({ path: '/api/v1/me/sessions', by: await as(things, 'amara') }),
  endOtherSessions: async (things) => ({ path: '/api/v1/me/sessions', by: (await newcomer(things)).session }),
  endOwnSession: async (things) => {
    const { id, session } = await newcomer(things);
    const [other] = await things.world.rows<{ id: string }>('select id from session where person_id = $1 order by created_at', [
      id,
    ]);
    return { path: `/api/v1/me/sessions/${other?.id}`, by: session };
  },
  requestPersonalExport: async (things) => ({ path: '/api/v1/me/exports', by: (await newcomer(things)).session }),
  listPersonalExports: async (things) => ({ path: '/api/v1/me/exports', by: await as(things, 'amara') }),
  getPersonalExportContent: async (things) => {
    const { session, id } = await personalExport(things);
    const path = `/api/v1/me/exports/${id}`;
    const isReady = async () => {
      const { answer } = await things.world.ask(session, { method: 'GET', path: '/api/v1/me/exports' });
      return (JSON.parse(answer.body) as { state: string }[])[0]?.state === 'ready';
    };
    await awaitFact(isReady);
    return { path: `${path}/content`, by: session };
  },
  removePersonalExport: async (things) => {
    const { session, id } = await personalExport(things);
    return { path: `/api/v1/me/exports/${id}`, by: session };
  },
  readOwnErasure: async (things) => ({ path: '/api/v1/me/erasure', by: await as(things, 'amara') }),
  requestOwnErasure: async (things) => ({
    path: '/api/v1/me/erasure',
    body: { password: DEMO_PASSWORD, badges: 'kept' },
    by: (await newcomer(things)).session,
  }),
  cancelOwnErasure: async (things) => ({ path: '/api/v1/me/erasure', by: (await erasure(things)).session }),
  listErasures: async (things) => ({ path: '/api/v1/erasures', by: await as(things, 'olga') }),
  requestMemberErasure: async (things) => ({
    path: '/api/v1/erasures',
    body: { personId: (await newcomer(things)).id, badges: 'withdrawn' },
    by: await as(things, 'olga'),
  }),
  refuseErasure: async (things) => {
    const body = { personId: (await newcomer(things)).id, badges: 'kept' };
    const { id } = await things.cast.olga.client.post<{ id: string }>('/api/v1/erasures', body);
    return { path: `/api/v1/erasures/${id}/refusal`, body: { reason: 'appeal_open' }, by: await as(things, 'olga') };
  },
  listApiTokens: async (things) => ({ path: '/api/v1/me/api-tokens', by: await as(things, 'olga') }),
  createApiToken: async (things) => ({
    path: '/api/v1/me/api-tokens',
    body: { name: 'Registry', scopes: ['people:read'] },
    by: await as(things, 'olga'),
  }),
  revokeApiToken: async (things) => ({
    path: `/api/v1/me/api-tokens/${(await apiToken(things)).id}`,
    by: await as(things, 'olga'),
  }),
  requestPasswordReset: async ({ cast }) => ({ path: '/api/v1/password-resets', body: { email: cast.lea.email } }),
  listMembers: async (things) => ({ path: '/api/v1/members', by: await as(things, 'olga') }),
  readMember: async (things) => ({ path: `/api/v1/members/${things.cast.amara.id}`, by: await as(things, 'olga') }),
  grantRole: async (things) => ({
    path: `/api/v1/members/${await things.world.person('Noor', [])}/roles`,
    body: { role: 'learner' },
    by: await as(things, 'admin'),
  }),
  revokeRole: async (things) => ({
    path: `/api/v1/members/${await things.world.person('Noor', ['learner', 'office'])}/roles/office`,
    by: await as(things, 'admin'),
  }),
  suspendMember: async (things) => ({
    path: `/api/v1/members/${await things.world.person('Noor', ['learner'])}/suspension`,
    by: await as(things, 'admin'),
  }),
  reinstateMember: async (things) => {
    const personId = await things.world.person('Noor', ['learner']);
    await things.cast.admin.post(`/api/v1/members/${personId}/suspension`);
    return { path: `/api/v1/members/${personId}/suspension`, by: await as(things, 'admin') };
  },
  inviteMember: async (things) => ({
    path: '/api/v1/invitations',
    body: { email: `${newId()}@riverside.example`, name: 'Noor', roles: ['learner'] },
    by: await as(things, 'olga'),
  }),
  listInvitations: async (things) => ({ path: '/api/v1/invitations', by: await as(things, 'olga') }),
  revokeInvitation: async (things) => ({
    path: `/api/v1/invitations/${(await invitation(things)).id}`,
    by: await as(things, 'olga'),
  }),
  readInvitationOffer: async (things) => ({ path: `/api/v1/invitations/by-token/${(await invitation(things)).token}` }),
  acceptInvitation: async (things) => ({
    path: '/api/v1/invitations/acceptance',
    body: { token: (await invitation(things)).token, name: 'Noor', password: DEMO_PASSWORD },
  }),
  listMail: async (things) => ({ path: '/api/v1/mailbox', by: await as(things, 'admin') }),
  getMailFile: async (things) => {
    const [mail] = await things.world.rows<{ id: string }>(
      `select id from mail_message where dedupe_key like 'credential-issued:%' order by created_at limit 1`,
    );
    return { path: `/api/v1/mailbox/${mail?.id ?? ''}/files/badge.png`, by: await as(things, 'admin') };
  },
};
