import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Role, TOKEN_SCOPES } from '../../src/platform/http/access.js';
import { newId, newToken } from '../../src/platform/ids.js';
import { type ApiRequest, apiRequests } from '../support/api-requests/index.js';
import { Things } from '../support/api-things.js';
import { ALL_ROLES, type ApiWorld, type Caller, openApiWorld } from '../support/api-world.js';
import { DescribedApi, type Operation } from '../support/described-api.js';
import type { TransportAnswer } from '../../demo/api-client.js';
import { PAGE_ROUTES } from '../support/page-routes.js';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
/** What belongs to one learner: nobody with the role alone may touch it, only the learner, the offering's staff and the office. */
const PERSONAL = /^\/api\/v1\/(enrollments|quiz-attempts|attempts|submission-files|credentials)\/\{/;
const OUTSIDERS: readonly Role[] = ['learner', 'instructor', 'assessor'];

const described = new DescribedApi();

/** ASVS 5.0 V8.2.1–V8.2.3: generated from openapi.json, on requests that are granted to whom they are due. */
describe('who may do what', () => {
  let world: ApiWorld;
  let things: Things;
  const holder = {} as Record<Role, Caller>;
  let lars: string;
  let suspendedMember: Caller;
  let suspendedPerson: Caller;
  let tokenOwner: Caller;

  beforeAll(async () => {
    world = await openApiWorld();
    things = new Things(world);
    for (const role of ALL_ROLES) holder[role] = await world.session(await world.person(`Only ${role}`, [role]));
    lars = await world.person('Lars', ALL_ROLES, world.lakeside);
    tokenOwner = await world.session(await world.person('Tove', ALL_ROLES));
    const [member, person] = [await world.person('Sven', ALL_ROLES), await world.person('Siri', ALL_ROLES)];
    suspendedMember = await world.session(member);
    suspendedPerson = await world.session(person);
    await world.rows('update membership set suspended_at = now() where person_id = $1', [member]);
    await world.rows('update person set suspended_at = now() where id = $1', [person]);
  }, 180_000);
  afterAll(() => world.close());

  const send = (operation: Operation, request: ApiRequest, caller: Caller) =>
    world.ask(caller, { method: operation.method, ...request });

  /** A new token of Tove, who holds every role, with these scopes. */
  const token = async (scopes: readonly string[]): Promise<Caller> => {
    const body = { name: 'Registry', scopes };
    const { answer } = await world.ask(tokenOwner, { method: 'POST', path: '/api/v1/me/api-tokens', body });
    const { id, token: secret } = JSON.parse(answer.body) as { id: string; token: string };
    revoked.push(id);
    return { authorization: `Bearer ${secret}` };
  };
  const revoked: string[] = [];
  const dropTokens = () => world.rows('delete from api_token where id = any($1)', [revoked.splice(0)]);

  it('has a granted request for every operation, and no other', () => {
    expect(Object.keys(apiRequests).toSorted()).toEqual(described.operations.map(({ operationId }) => operationId).toSorted());
  });

  it('describes every route of the running application but the pages, and nothing else', () => {
    const operations = described.operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
    expect(world.routes.toSorted()).toEqual([...operations, ...PAGE_ROUTES.map(({ route }) => route)].toSorted());
  });

  it.each(PAGE_ROUTES.filter(({ access }) => access !== 'anybody'))(
    'sends whoever is not signed in from $route to sign in',
    async ({ route, form }) => {
      const [method = '', path = ''] = route.split(' ');
      const { answer } = await world.ask({}, { method, path, ...(form ? formOf(form) : {}) });
      expect(answer.status === 303 ? answer.headers['location'] : refusal(answer)).toMatch(
        /^\/sign-in|^401 access.not_signed_in$/,
      );
    },
  );

  it.each(ALL_ROLES.filter((role) => role !== 'admin'))('shows the mailbox to no %s', async (role) => {
    const { answer } = await world.ask(holder[role], { method: 'GET', path: '/mailbox' });
    expect(answer.status).toBe(403);
    expect(answer.body).not.toContain('<article');
  });

  describe.each(described.operations)('$method $path', (operation) => {
    const { access, operationId } = operation;
    let request: ApiRequest;

    beforeAll(async () => {
      const requestOf = apiRequests[operationId];
      if (!requestOf) throw new Error(`There is no request for ${operationId} in test/support/api-requests`);
      request = await requestOf(things);
    });
    afterAll(() => dropTokens());

    const forMembers = access.kind === 'signed-in' || access.kind === 'roles';
    if (forMembers) {
      it('asks whoever is not signed in to sign in', async () => {
        expect(refusal((await send(operation, request, {})).answer)).toBe('401 access.not_signed_in');
      });

      it('does not know somebody whose account is suspended', async () => {
        expect(refusal((await send(operation, request, suspendedPerson)).answer)).toBe('401 access.not_signed_in');
      });
    }

    if (access.kind === 'signed-in') {
      it('takes no API token', async () => {
        expect(refusal((await send(operation, request, await token(TOKEN_SCOPES))).answer)).toBe('403 access.not_allowed');
      });
    }

    if (access.kind === 'roles') {
      const others = ALL_ROLES.filter((role) => !access.roles.includes(role));
      if (others.length > 0) {
        it.each(others)('refuses whoever is only a member with the role %s', async (role) => {
          expect(refusal((await send(operation, request, holder[role])).answer)).toBe('403 access.not_allowed');
        });
      }

      it('refuses a suspended member', async () => {
        expect(refusal((await send(operation, request, suspendedMember)).answer)).toBe('403 access.not_allowed');
      });

      it(`refuses a token without the scope ${access.scope}`, async () => {
        const others = TOKEN_SCOPES.filter((scope) => scope !== access.scope);
        expect(refusal((await send(operation, request, await token(others))).answer)).toBe('403 access.scope_missing');
      });

      const outsiders = OUTSIDERS.filter((role) => access.roles.includes(role));
      if (PERSONAL.test(operation.path) && outsiders.length > 0) {
        it.each(outsiders)('keeps a learner’s things from another %s', async (role) => {
          expect([403, 404]).toContain((await send(operation, request, holder[role])).answer.status);
        });
      }
    }

    if (access.kind === 'service') {
      it('opens to a service that a member connected, and to nobody else, whatever they may do', async () => {
        const callers = [{}, holder.admin, await token(TOKEN_SCOPES), { authorization: `Bearer ${newToken(256)}` }];
        for (const caller of callers) expect((await send(operation, request, caller)).answer.status).toBe(401);
      });
    }

    if (forMembers) {
      it('answers somebody of another institution as if there were nothing', async () => {
        const foreigner = await world.session(lars, world.lakeside);
        const { answer } = await send(operation, request, foreigner);
        if (UUID.test(request.path.split('?')[0] ?? '')) {
          const absent = { ...request, path: request.path.replaceAll(new RegExp(UUID, 'g'), () => newId()) };
          expect(answer.status).toBe(404);
          expect(withoutId(answer)).toBe(withoutId((await send(operation, absent, foreigner)).answer));
        } else if (namesThings(request.body)) expect([403, 404, 422]).toContain(answer.status);
        expect(answer.body).not.toContain(world.riverside);
        expect(answer.body).not.toMatch(/Riverside/);
      });
    }

    it('grants it to whom it is due, and answers as openapi.json says', async () => {
      const exchange = await send(operation, request, request.by ?? {});
      expect(described.faults(exchange)).toEqual([]);
      expect(exchange.answer.status < 300 ? 'granted' : exchange.answer.body).toBe('granted');
    });

    if (access.kind === 'roles') {
      it.each(access.roles)('has a reasoned answer for every %s', async (role) => {
        const exchange = await send(operation, request, holder[role]);
        expect(described.faults(exchange)).toEqual([]);
        expect(exchange.answer.status).not.toBe(401);
        expect(exchange.answer.status).toBeLessThan(500);
      });

      it(`lets a token act with the scope ${access.scope} alone`, async () => {
        expect(refusal((await send(operation, request, await token([access.scope]))).answer)).not.toMatch(/^401|scope_missing/);
      });
    }
  });
});

function formOf(fields: Record<string, string>) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { headers, body: new URLSearchParams(fields).toString() };
}

function refusal({ status, body }: TransportAnswer): string {
  if (status < 400) return String(status);
  return `${status} ${(JSON.parse(body) as { code: string }).code}`;
}

function withoutId({ body }: TransportAnswer): string {
  return body.replace(/"requestId":"[^"]*"/, '');
}

/** Whether the body names something by its id. */
function namesThings(body: unknown): boolean {
  return (
    body !== undefined && !Buffer.isBuffer(body) && /"(editionId|institutionId|personId|courseIds)":/.test(JSON.stringify(body))
  );
}
