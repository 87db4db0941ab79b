import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { type ApiRequest, apiRequests } from '../support/api-requests/index.js';
import { Things } from '../support/api-things.js';
import { type ApiWorld, openApiWorld } from '../support/api-world.js';
import { DescribedApi } from '../support/described-api.js';

/** What these hold has names of the sender's own choosing. */
const FREE = new Set(['answers', 'assets', 'place', 'weights']);

const described = new DescribedApi();
/** `verify` and `receiveEndorsement` read documents that others wrote, whole; the protocols of others ask that unknown members be ignored. */
const PROTOCOLS = /^\/(vc-api|oauth|ims|interactions|issuers\/\{slug\}\/oid4vci)\//;
const writing = described.operations.filter(
  ({ requestBody, operationId, path }) =>
    'application/json' in requestBody && !['verify', 'receiveEndorsement'].includes(operationId) && !PROTOCOLS.test(path),
);

/** ASVS 5.0 V15.3.3: every column of every entity is sent to every route that writes, and each is refused by name. */
describe('fields that a request has no business with', () => {
  let world: ApiWorld;
  let things: Things;
  let columns: string[];

  beforeAll(async () => {
    world = await openApiWorld();
    things = new Things(world);
    const properties = world.app
      .get(DataSource)
      .entityMetadatas.flatMap((entity) =>
        entity.columns.flatMap(({ propertyName, databaseName }) => [propertyName, databaseName]),
      );
    columns = [...new Set(properties)].toSorted();
  }, 180_000);
  afterAll(() => world.close());

  const requestOf = (operationId: string): Promise<ApiRequest> => {
    const make = apiRequests[operationId];
    if (!make) throw new Error(`There is no request for ${operationId}`);
    return make(things);
  };

  it('are many', () => {
    expect(columns.length).toBeGreaterThan(150);
    expect(columns).toEqual(
      expect.arrayContaining(['institutionId', 'institution_id', 'passwordHash', 'operator', 'sealedPrivateKey']),
    );
    expect(writing.length).toBeGreaterThan(30);
  });

  it.each(writing)('are refused by $method $path, beside the fields and inside them', async (operation) => {
    const request = await requestOf(operation.operationId);
    const send = async (body: unknown) => {
      const { answer } = await world.ask(request.by ?? {}, { method: operation.method, ...request, body });
      const problem = JSON.parse(answer.body) as { code: string; errors?: { field: string }[] };
      return { status: answer.status, code: problem.code, fields: (problem.errors ?? []).map(({ field }) => field) };
    };
    const declared = described.bodyFields(operation);
    const planted = columns.filter((column) => !declared.includes(column));
    for (const { path, body } of plantings(request.body, planted)) {
      const answer = await send(body);
      expect({ path, ...answer }).toMatchObject({ path, status: 400, code: 'request.invalid_fields' });
      const missed = planted.filter((column) => !answer.fields.includes(path === '' ? column : `${path}.${column}`));
      // Inside, a part has fields of its own, which these cannot tell apart from columns of the same name.
      expect(path === '' ? missed : missed.filter((column) => NOWHERE.includes(column))).toEqual([]);
    }
    const { answer } = await world.ask(request.by ?? {}, { method: operation.method, ...request });
    expect(answer.status).toBeLessThan(300);
  });

  it('have no way in where openapi.json declares no body', () => {
    const discovery = world.app.get(DiscoveryService, { strict: false });
    const scanner = world.app.get(MetadataScanner, { strict: false });
    const reading = discovery
      .getControllers()
      .flatMap(({ instance, metatype }) =>
        scanner
          .getAllMethodNames(Object.getPrototypeOf(instance) as object)
          .filter((method) =>
            Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, metatype as object, method) ?? {}) as object).some((key) =>
              key.startsWith(`${RouteParamtypes.BODY}:`),
            ),
          ),
      );
    const bodiless = described.operations.filter(({ requestBody }) => Object.keys(requestBody).length === 0);
    expect(bodiless.map(({ operationId }) => operationId).filter((operationId) => reading.includes(operationId))).toEqual([]);
  });
});

/** Columns that no field of any part is called by. */
const NOWHERE = ['institutionId', 'institution_id', 'createdBy', 'passwordHash', 'sealedPrivateKey', 'suspendedAt'];

/** The body with the fields planted into it, and into every object inside it, one at a time. */
function plantings(body: unknown, planted: readonly string[], path = ''): { path: string; body: unknown }[] {
  if (Array.isArray(body)) {
    return body.flatMap((item, index) =>
      plantings(item, planted, `${path}[${index}]`).map((inner) => ({ ...inner, body: body.with(index, inner.body) })),
    );
  }
  if (body === null || typeof body !== 'object') return [];
  const own = { ...body, ...Object.fromEntries(planted.filter((name) => !(name in body)).map((name) => [name, 'planted'])) };
  const inside = Object.entries(body)
    .filter(([key]) => !FREE.has(key))
    .flatMap(([key, value]) =>
      plantings(value, NOWHERE, path === '' ? key : `${path}.${key}`).map((inner) => ({
        ...inner,
        body: { ...body, [key]: inner.body },
      })),
    );
  return [{ path, body: own }, ...inside];
}
