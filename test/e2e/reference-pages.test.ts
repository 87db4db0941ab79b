import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problemCatalogue } from '../../src/platform/http/problem.js';
import { TestBrowser } from '../support/browser.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

interface Described {
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, object> };
}

const PAGE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

describe('What a programmer looks up', () => {
  let world: Riverside;
  let anybody: TestBrowser;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    anybody = new TestBrowser(world.app);
  });
  afterAll(() => world.close());

  const read = async (path: string) => {
    const answer = await anybody.get(path, PAGE);
    expect([path, answer.headers['content-type']]).toEqual([path, 'text/html; charset=utf-8']);
    return answer;
  };
  const ids = (text: string) => [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');

  it('is the description of the API that is under version control', async () => {
    const answer = await anybody.get('/api/openapi.json');
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.text).toBe(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8'));
  });

  it('shows every request and every schema of the API on one page whose links all lead somewhere', async () => {
    const { text } = await read('/api/docs');
    const { paths, components } = (await anybody.get('/api/openapi.json')).json<Described>();
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { operationId }] of Object.entries(methods)) {
        expect(text).toContain(`<code>${method.toUpperCase()} ${path}</code>`);
        expect(ids(text)).toContain(operationId);
      }
    }
    for (const name of Object.keys(components.schemas)) expect(ids(text)).toContain(`schema-${name}`);
    expect(ids(text)).toHaveLength(new Set(ids(text)).size);
    const targets = [...text.matchAll(/href="#([^"]*)"/g)].map(([, target]) => target);
    expect(targets.filter((target) => !ids(text).includes(target ?? ''))).toEqual([]);
    expect(text).not.toMatch(/undefined|\[object|<script|style=/);
  });

  it('explains every problem at the address that its answers name', async () => {
    const { text } = await read('/problems');
    for (const { code, status, title } of problemCatalogue()) {
      expect(text).toContain(`href="/problems/${code}"`);
      const page = await read(`/problems/${code}`);
      expect(page.status).toBe(200);
      expect(page.text).toContain(`<code>${code}</code>`);
      expect(page.text).toContain(String(status));
      expect(page.text).toContain(title.replaceAll("'", '&#39;'));
    }
    const refused = await anybody.get('/api/v1/me');
    expect((await read(refused.json<{ type: string }>().type)).status).toBe(200);
  });

  it.each(['/problems/no.such.problem', '/problems/%3Cscript%3E', '/no/such/page', '/assets/nothing.css'])(
    'answers a visit to %s, where nothing is, with a page',
    async (path) => {
      const { status, text } = await read(path);
      expect(status).toBe(404);
      expect(text).toContain('<h1>There is nothing here</h1>');
      expect(text).not.toContain('<script');
    },
  );

  it('answers a program that asks for what is not there with a problem, in the API always', async () => {
    const asks = [
      await anybody.get('/no/such/page'),
      await anybody.get('/no/such/page', { accept: '*/*' }),
      await anybody.get('/api/v1/nothing', PAGE),
      await anybody.post('/no/such/page', {}, PAGE),
    ];
    for (const answer of asks) {
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.json()).toMatchObject({ status: 404, code: 'request.not_found' });
    }
  });
});
