import type { Things } from '../api-things.js';
import { type ApiRequests, as, ifMatch } from './request.js';

const PLATFORMS = '/api/v1/lti/platforms';
const LINKS = '/api/v1/lti/registration-links';
// Names that lead nowhere (RFC 2606 §2).
const TERMS = {
  name: 'The LMS of Riverside',
  productFamily: 'moodle',
  authorizationUrl: 'https://lms.invalid/auth',
  tokenUrl: 'https://lms.invalid/token',
  tokenAudience: null,
  jwksUrl: 'https://lms.invalid/keys',
  frameOrigins: ['https://lms.invalid'],
  settings: { sendScores: true, syncRosters: true, acceptFirstDeployment: false },
};

let clients = 0;

/** Another one each time that it is sent: issuer and client id are registered once, whoever asks. */
function newPlatform() {
  return {
    ...TERMS,
    issuer: 'https://lms.invalid',
    get clientId() {
      clients += 1;
      return `client-${clients}`;
    },
  };
}

async function platform({ cast }: Things): Promise<string> {
  const { id } = await cast.admin.post<{ id: string }>(PLATFORMS, newPlatform());
  return `${PLATFORMS}/${id}`;
}

/** A link that can be used; those of earlier requests are of no use any more. */
async function link({ world, cast }: Things): Promise<string> {
  await world.rows('delete from lti_registration_link');
  return `${LINKS}/${(await cast.admin.post<{ id: string }>(LINKS, {})).id}`;
}

export const ltiRequests: ApiRequests = {
  listLtiPlatforms: async (things) => {
    await platform(things);
    return { path: PLATFORMS, by: await as(things, 'admin') };
  },
  registerLtiPlatform: async (things) => ({ path: PLATFORMS, body: newPlatform(), by: await as(things, 'admin') }),
  getLtiPlatform: async (things) => ({ path: await platform(things), by: await as(things, 'admin') }),
  changeLtiPlatform: async (things) => ({
    path: await platform(things),
    headers: ifMatch(1),
    body: { ...TERMS, name: 'Moodle' },
    by: await as(things, 'admin'),
  }),
  activateLtiPlatform: async (things) => ({ path: `${await platform(things)}/activation`, by: await as(things, 'admin') }),
  disableLtiPlatform: async (things) => ({ path: `${await platform(things)}/activation`, by: await as(things, 'admin') }),
  addLtiDeployment: async (things) => ({
    path: `${await platform(things)}/deployments`,
    body: { deploymentId: '1' },
    by: await as(things, 'admin'),
  }),
  decideLtiDeployment: async (things) => {
    const path = await platform(things);
    const { id } = await things.cast.admin.post<{ id: string }>(`${path}/deployments`, { deploymentId: '1' });
    return { path: `${path}/deployments/${id}/decision`, body: { decision: 'refused' }, by: await as(things, 'admin') };
  },
  requestLtiNotices: async (things) => {
    const path = await platform(things);
    await things.world.rows(`update lti_registration set state = 'active' where id = $1`, [path.split('/').at(-1)]);
    const { id } = await things.cast.admin.post<{ id: string }>(`${path}/deployments`, { deploymentId: '1' });
    await things.world.rows(
      `insert into lti_notice_handler (deployment_id, institution_id, service_url, scopes, handler, asked_at, problem, tried_at)
       select id, institution_id, 'https://lms.invalid/notices', '{}', '', now(), 'forbidden', now() from lti_deployment where id = $1`,
      [id],
    );
    return { path: `${path}/deployments/${id}/notice-requests`, by: await as(things, 'admin') };
  },
  getLtiTool: async (things) => ({ path: '/api/v1/lti/tool', by: await as(things, 'admin') }),
  listLtiToolKeys: async (things) => ({ path: '/api/v1/lti/tool/keys', by: await as(things, 'admin') }),
  rotateLtiToolKeys: async (things) => {
    // A key that was made a moment ago would have to wait for its day.
    await things.world.rows('delete from lti_key');
    await things.world.rows('update person set operator = true where id = $1', [things.world.adminId]);
    return { path: '/api/v1/lti/tool/keys', by: await as(things, 'admin') };
  },
  listLtiRegistrationLinks: async (things) => {
    await link(things);
    return { path: LINKS, by: await as(things, 'admin') };
  },
  makeLtiRegistrationLink: async (things) => {
    await things.world.rows('delete from lti_registration_link');
    return { path: LINKS, body: {}, by: await as(things, 'admin') };
  },
  withdrawLtiRegistrationLink: async (things) => ({ path: await link(things), by: await as(things, 'admin') }),
};
