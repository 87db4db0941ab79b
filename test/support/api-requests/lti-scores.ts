import { newId } from '../../../src/platform/ids.js';
import type { Things } from '../api-things.js';
import { type ApiRequests, as } from './request.js';

/** A platform and a column of its gradebook, at an address where nobody answers (RFC 2606 §2). */
async function column(things: Things): Promise<{ platform: string; column: string }> {
  const [platform, deployment, context, lineItem] = [newId(), newId(), newId(), newId()];
  const { world } = things;
  const [{ id: institutionId } = { id: '' }] = await world.rows<{ id: string }>(
    `select id from institution where slug = 'riverside'`,
  );
  const target = { kind: 'project', microCredentialId: newId() };
  const settings = { sendScores: true, syncRosters: true, acceptFirstDeployment: true };
  const own = [institutionId, platform];
  await world.rows(
    `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, jwks_url, algorithms,
       product_family, frame_origins, scopes, settings, version, created_at)
     values ($2, $1, 'LMS', 'active', 'https://lms.invalid', gen_random_uuid()::text, 'https://lms.invalid/auth', 'https://lms.invalid/token',
       'https://lms.invalid/jwks', '{RS256}', 'moodle', '{}', '{}', $3, 1, now())`,
    [...own, settings],
  );
  await world.rows(
    `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at)
     values ($3, $1, $2, '1', 'approved', now())`,
    [...own, deployment],
  );
  await world.rows(
    `insert into lti_context (id, institution_id, deployment_id, kind, context_id, title, label, scopes, created_at, last_launch_at)
     values ($2, $1, $3, 'course', '7', 'Masonry', '', '{}', now(), now())`,
    [institutionId, context, deployment],
  );
  await world.rows(
    `insert into lti_line_item (id, institution_id, context_id, url, target, created_at)
     values ($2, $1, $3, 'https://lms.invalid/items/1', $4, now())`,
    [institutionId, lineItem, context, target],
  );
  return { platform: `/api/v1/lti/platforms/${platform}`, column: `/api/v1/lti/columns/${lineItem}` };
}

export const ltiScoreRequests: ApiRequests = {
  listLtiColumns: async (things) => ({ path: `${(await column(things)).platform}/columns`, by: await as(things, 'olga') }),
  resendLtiPlatformScores: async (things) => ({
    path: `${(await column(things)).platform}/score-resends`,
    by: await as(things, 'olga'),
  }),
  listLtiScores: async (things) => ({ path: `${(await column(things)).column}/scores`, by: await as(things, 'olga') }),
  compareLtiScores: async (things) => ({ path: `${(await column(things)).column}/results`, by: await as(things, 'olga') }),
  resendLtiScores: async (things) => ({
    path: `${(await column(things)).column}/score-resends`,
    body: {},
    by: await as(things, 'olga'),
  }),
};
