import { newId } from '../../../src/platform/ids.js';
import type { Things } from '../api-things.js';
import { type ApiRequests, as } from './request.js';

/** A platform and a course of it that shows a micro-credential, at an address where nobody answers (RFC 2606 §2). */
async function course(things: Things): Promise<{ platform: string; course: string }> {
  const [platform, deployment, context] = [newId(), newId(), newId()];
  const { world } = things;
  const own = `(select id from institution where slug = 'riverside')`;
  await world.rows(
    `insert into lti_registration (id, institution_id, name, state, issuer, client_id, authorization_url, token_url, jwks_url, algorithms,
       product_family, frame_origins, scopes, settings, version, created_at)
     values ($1, ${own}, 'LMS', 'active', 'https://lms.invalid', gen_random_uuid()::text, 'https://lms.invalid/auth', 'https://lms.invalid/token',
       'https://lms.invalid/jwks', '{RS256}', 'moodle', '{}', '{}', '{"sendScores": true, "acceptFirstDeployment": true}', 1, now())`,
    [platform],
  );
  await world.rows(
    `insert into lti_deployment (id, institution_id, registration_id, deployment_id, state, created_at) values ($2, ${own}, $1, '1', 'approved', now())`,
    [platform, deployment],
  );
  await world.rows(
    `insert into lti_context (id, institution_id, deployment_id, kind, context_id, title, label, memberships_url, scopes, created_at, last_launch_at)
     values ($1, ${own}, $2, 'course', '7', 'Masonry', '', 'https://lms.invalid/members', '{}', now(), now())`,
    [context, deployment],
  );
  await world.rows(
    `insert into lti_section (context_id, micro_credential_id, institution_id, offering_id, created_at)
     select $1, e.micro_credential_id, o.institution_id, o.id, now() from offering o join edition e on e.id = o.edition_id
      where o.institution_id = ${own} and not exists (select from lti_section s where s.offering_id = o.id) limit 1`,
    [context],
  );
  return { platform: `/api/v1/lti/platforms/${platform}`, course: `/api/v1/lti/courses/${context}` };
}

export const ltiCourseRequests: ApiRequests = {
  listLtiCourses: async (things) => ({ path: `${(await course(things)).platform}/courses`, by: await as(things, 'olga') }),
  readLtiRoster: async (things) => {
    // Each offering belongs to one course.
    await things.world.rows('delete from lti_section');
    return { path: `${(await course(things)).course}/roster-readings`, body: { mayLeave: 1 }, by: await as(things, 'olga') };
  },
};
