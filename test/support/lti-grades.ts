import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ToolKeys } from '../../src/modules/lti/use-cases/tool-keys.js';
import { type Target, writeTarget } from '../../src/modules/lti/domain/target.js';
import { newId } from '../../src/platform/ids.js';
import { type FakeLms, type FakeLmsOptions, startFakeLms } from './fake-lms/index.js';
import type { Course, LineItem, Link, Person, Registration } from './fake-lms/model.js';
import { AGS } from './fake-lms/words.js';
import type { Learner, Riverside } from './worlds.js';

/** A platform whose course shows Riverside's offering, with rows as launches would have written them. */
export interface Gradebook {
  lms: FakeLms;
  registration: Registration;
  registrationId: string;
  contextId: string;
  course: Course;
  /** A link with a column, and the column as Cairn has learnt of it. */
  column(target: Target, scoreMaximum?: number): Promise<{ item: LineItem; link: Link; lineItemId: string }>;
  /** Somebody of the course who is a learner here. */
  joins(learner: Pick<Learner, 'personId' | 'name'>, options?: { isMember?: boolean }): Promise<Person>;
  close(): Promise<void>;
}

export async function startGradebook(world: Riverside, options: FakeLmsOptions = {}): Promise<Gradebook> {
  const keys = createServer((_request, response) => {
    void world
      .get(ToolKeys)
      .published()
      .then((shown) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: shown })));
  }).listen(0, '127.0.0.1');
  await once(keys, 'listening');
  const jwksUri = `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks`;
  const lms = await startFakeLms({ profile: 'moodle', now: () => world.clock.now().getTime(), ...options });
  const base = 'http://localhost:3000/lti';
  const registration = lms.register({
    initiateLoginUri: `${base}/login`,
    redirectUris: [`${base}/launch`],
    targetLinkUri: `${base}/launch`,
    jwksUri,
    deployments: ['1'],
  });
  const course = lms.course();
  const { institutionId } = world;
  const add = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row);
    const places = names.map((_, index) => `$${index + 1}`).join(', ');
    return world.rows(`insert into ${table} (${names.join(', ')}) values (${places})`, Object.values(row));
  };
  const [registrationId, deploymentId, contextId] = [newId(), newId(), newId()];
  const created_at = world.clock.now();
  await add('lti_registration', {
    id: registrationId,
    institution_id: institutionId,
    name: 'Moodle',
    state: 'active',
    issuer: lms.issuer,
    client_id: registration.clientId,
    authorization_url: lms.authEndpoint,
    token_url: lms.tokenEndpoint,
    token_audience: lms.tokenAudience,
    jwks_url: lms.jwksUri,
    algorithms: ['RS256'],
    product_family: 'moodle',
    frame_origins: [],
    scopes: registration.scopes,
    settings: { sendScores: true, syncRosters: true, acceptFirstDeployment: true },
    version: 1,
    created_at,
  });
  await add('lti_deployment', {
    id: deploymentId,
    institution_id: institutionId,
    registration_id: registrationId,
    deployment_id: '1',
    state: 'approved',
    created_at,
  });
  const claimed = (person: Person, link: Link) => {
    const message = lms.signMessage({ person, link }, 'nonce');
    const claims = JSON.parse(Buffer.from(message.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
    return claims[AGS] as { scope: string[]; lineitems: string; lineitem: string };
  };
  const teacher = lms.addPerson(course, { name: 'Ines', roles: ['Instructor'] });
  const first = claimed(teacher, lms.addLink(course, { title: 'Any' }));
  await add('lti_context', {
    id: contextId,
    institution_id: institutionId,
    deployment_id: deploymentId,
    kind: 'course',
    context_id: course.id,
    title: course.title,
    label: course.label,
    line_items_url: first.lineitems,
    scopes: registration.scopes,
    created_at,
    last_launch_at: created_at,
  });
  await add('lti_section', {
    context_id: contextId,
    micro_credential_id: world.edition.microCredentialId,
    institution_id: institutionId,
    offering_id: world.offeringId,
    created_at,
  });
  return {
    lms,
    registration,
    registrationId,
    contextId,
    course,
    column: async (target, scoreMaximum = 40) => {
      const link = lms.addLink(course, { custom: { cairn_target: writeTarget(target) }, lineItem: { scoreMaximum } });
      if (!link.item) throw new Error('The link has no column');
      const [linkRow, lineItemId] = [newId(), newId()];
      await add('lti_resource_link', {
        id: linkRow,
        institution_id: institutionId,
        deployment_id: deploymentId,
        context_id: contextId,
        link_id: link.id,
        title: link.title,
        target,
        created_at,
      });
      await add('lti_line_item', {
        id: lineItemId,
        institution_id: institutionId,
        context_id: contextId,
        resource_link_id: linkRow,
        url: claimed(teacher, link).lineitem,
        target,
        created_at,
      });
      return { item: link.item, link, lineItemId };
    },
    joins: async ({ personId, name }, { isMember = true } = {}) => {
      const person = lms.addPerson(isMember ? course : null, { name });
      await add('lti_identity', {
        id: newId(),
        institution_id: institutionId,
        registration_id: registrationId,
        subject: person.id,
        person_id: personId,
        is_guest: false,
        created_at,
      });
      return person;
    },
    close: async () => {
      await lms.stop();
      keys.closeAllConnections();
      keys.close();
    },
  };
}
