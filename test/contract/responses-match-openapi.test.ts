import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk } from '../../demo/walk.js';
import { PrepareFirstAdministrator } from '../../src/modules/people/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { DescribedApi } from '../support/described-api.js';
import { type Exchange, injectTransport } from '../support/inject-transport.js';

describe('what the API answers over the whole walk', () => {
  const described = new DescribedApi();
  const record: Exchange[] = [];
  let cairn: TestApp;

  beforeAll(async () => {
    cairn = await startTestApp();
    const signInPath = await cairn.app.get(PrepareFirstAdministrator, { strict: false }).run();
    await walk({ transport: injectTransport(cairn.app, record), signInPath: signInPath ?? '', onStep: () => undefined });
  }, 180_000);
  afterAll(() => cairn.close());

  it('is what openapi.json says, field by field', () => {
    expect([...new Set(record.flatMap((exchange) => described.faults(exchange)))]).toEqual([]);
  });
});
