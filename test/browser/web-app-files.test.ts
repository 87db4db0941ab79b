import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';

describe('The files of the web application', () => {
  let test: TestApp;
  let page: string;
  let script: string;
  const get = (url: string, headers: Record<string, string> = {}) => test.app.inject({ url, headers });
  beforeAll(async () => {
    test = await startTestApp({ CAIRN_ROLES: 'api' });
    page = (await get('/app/calendar')).body;
    script = /src="(\/app\/assets\/framework-[^"]+\.js)"/.exec(page)?.[1] ?? '';
  });
  afterAll(() => test?.close());

  it('are one page at every address below /app, which caches ask for again', async () => {
    for (const url of ['/app/calendar', '/app/calendar/', '/app/offerings/new', '/app/learning/x?y=z']) {
      const answer = await get(url);
      expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect(answer.body).toBe(page);
    }
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=/);
  });

  it('are named in the page of an address that people come to first, in their language', async () => {
    const english = await get('/app/');
    const german = await get('/app/', { 'accept-language': 'de-AT,de;q=0.9,en;q=0.8' });
    expect(english.headers['vary']).toBe('accept-encoding, accept-language');
    expect((await get('/app')).body).toBe(english.body);
    for (const { body } of [english, german]) {
      expect(body).toContain('<link rel="preload" as="fetch" crossorigin href="/api/v1/me/journeys">');
      const named = [...body.matchAll(/(?:href|src)="(\/app\/[^"]+)"/g)].map(([, file]) => file ?? '');
      expect(named.some((file) => file.includes('/first-home-'))).toBe(true);
      expect(new Set(named).size).toBe(named.length);
      for (const file of named) expect((await get(file)).statusCode).toBe(200);
    }
    expect(german.body).toContain('<html lang="de">');
    expect(german.body).not.toBe(english.body);
    expect((await get('/app/studio')).body).not.toContain('/first-home-');
  });

  it('are kept for good when their name is that of their content', async () => {
    const answer = await get(script);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('come packed to those who say so, with another ETag for each form', async () => {
    const plain = await get(script);
    const [zipped, brotli] = [
      await get(script, { 'accept-encoding': 'gzip' }),
      await get(script, { 'accept-encoding': 'gzip, br' }),
    ];
    expect([zipped.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual(['gzip', 'br']);
    expect(gunzipSync(zipped.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(new Set([plain, zipped, brotli].map(({ headers }) => headers['etag'])).size).toBe(3);
    for (const { headers } of [plain, zipped, brotli]) expect(headers['vary']).toBe('accept-encoding');
    expect((await get(script, { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding']).toBeUndefined();
  });

  it('are not sent again to those who have them', async () => {
    const { headers } = await get(script, { 'accept-encoding': 'br' });
    const again = await get(script, { 'accept-encoding': 'br', 'if-none-match': String(headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('are missing, and no page, when a newer version took their place', async () => {
    const answer = await get('/app/assets/index-old.js');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'request.not_found']);
  });

  it('cannot be asked for outside of their folder', async () => {
    for (const url of [
      '/app/assets/../../package.json',
      '/app/assets/..%2f..%2fpackage.json',
      '/app/.source',
      '/app/.vite/first-loads.json',
    ])
      expect((await get(url)).body).not.toMatch(/"name": "cairn"|"learner"|^[0-9a-f]{64}$/);
  });
});
