import { createHash } from 'node:crypto';
import { newId, newToken } from '../../../src/platform/ids.js';
import type { Things } from '../api-things.js';
import type { Caller } from '../api-world.js';
import type { ApiRequests } from './request.js';

const WAYS = '/api/v1/me/lms-ways-in';

interface ByLms {
  /** A session that an LMS vouched for. */
  guest: Caller;
  personId: string;
  identityId: string;
}

/** Somebody who came by an LMS that exists by its rows alone. */
async function launched({ world }: Things): Promise<ByLms> {
  const personId = await world.person('By an LMS', ['learner']);
  const [registration, deployment, context, identityId, token] = [newId(), newId(), newId(), newId(), newToken(256)];
  const now = world.clock.now();
  const own = [world.riverside, registration];
  await world.rows(
    `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, jwks_url, algorithms,
       product_family, frame_origins, scopes, settings, version, created_at)
     values ($2, $1, 'LMS', 'active', 'https://lms.invalid', gen_random_uuid()::text, 'https://lms.invalid/auth', 'https://lms.invalid/token',
       'https://lms.invalid/jwks', '{RS256}', 'moodle', '{}', '{}', $3, 1, now())`,
    [...own, { sendScores: true, acceptFirstDeployment: true }],
  );
  await world.rows(
    `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at)
     values ($3, $1, $2, '1', 'approved', now())`,
    [...own, deployment],
  );
  await world.rows(
    `insert into lti_context (id, institution_id, deployment_id, kind, context_id, title, label, scopes, created_at, last_launch_at)
     values ($2, $1, $3, 'course', '7', 'Masonry', '', '{}', now(), now())`,
    [world.riverside, context, deployment],
  );
  await world.rows(
    `insert into lti_identity (id, institution_id, registration_id, subject, person_id, is_guest, created_at, last_launch_at)
     values ($3, $1, $2, '7', $4, false, now(), now())`,
    [...own, identityId, personId],
  );
  await world.rows(
    `insert into session (id, token_hash, person_id, acting_institution_id, roles, context_id, created_at, last_seen_at, expires_at, user_agent)
     values ($1, $2, $3, $4, '{learner}', $5, $6, $6, $7, 'test')`,
    [
      newId(),
      createHash('sha256').update(token).digest('base64url'),
      personId,
      world.riverside,
      context,
      now,
      new Date(now.getTime() + 3_600_000),
    ],
  );
  return { guest: { cookie: `cairn=${token}` }, personId, identityId };
}

export const ltiAccountRequests: ApiRequests = {
  readLmsAccount: async (things) => ({ path: '/api/v1/me/lms-account', by: (await launched(things)).guest }),
  askForLmsAccount: async (things) => {
    const { guest, personId } = await launched(things);
    await things.world.rows('update person set email = null where id = $1', [personId]);
    const email = `${personId}@example.org`;
    return { path: '/api/v1/me/lms-account/requests', body: { email }, by: guest };
  },
  listLmsWaysIn: async (things) => {
    const { personId } = await launched(things);
    return { path: WAYS, by: await things.world.session(personId) };
  },
  endLmsWayIn: async (things) => {
    const { personId, identityId } = await launched(things);
    return { path: `${WAYS}/${identityId}`, by: await things.world.session(personId) };
  },
};
