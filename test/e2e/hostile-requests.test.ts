import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TransportAnswer } from '../../demo/api-client.js';
import { DescribedApi } from '../support/described-api.js';
import { Things } from '../support/api-things.js';
import { type ApiWorld, type Caller, openApiWorld } from '../support/api-world.js';

const described = new DescribedApi();
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=cut' };
const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

interface Refused {
  status: number;
  code: string;
  fields: string[];
}

/** What came back, after what every refusal owes: problem+json, no stack, the security headers. */
function refused(answer: TransportAnswer): Refused {
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.body).not.toMatch(/node_modules|\.[jt]s:\d+|at \w+ \(|SELECT |QueryFailed/i);
  expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  const problem = JSON.parse(answer.body) as { status: number; code: string; errors?: { field: string }[] };
  expect(problem.status).toBe(answer.status);
  return { status: answer.status, code: problem.code, fields: [...new Set((problem.errors ?? []).map(({ field }) => field))] };
}

describe('a hostile request', () => {
  let world: ApiWorld;
  let ines: Caller;
  let amara: Caller;
  let origin: string;
  /** Where JSON is read: for members, for whoever is signed in, for anybody, and with something free inside. */
  const targets: Record<string, { method: string; path: string; by: Caller; body: Record<string, unknown>; text: string }> = {};
  const names = ['a member’s route', 'an account route', 'a public route', 'a route with something free inside'];

  beforeAll(async () => {
    world = await openApiWorld();
    ines = await world.session(world.walked.cast.ines.id);
    amara = await world.session(world.walked.cast.amara.id);
    const { enrollmentId, pageId } = await new Things(world).place();
    const [member = '', account = '', open = '', free = ''] = names;
    const course = { title: 'Asking', summary: '', language: 'en' };
    targets[member] = { method: 'POST', path: '/api/v1/courses', by: ines, body: course, text: 'title' };
    targets[account] = { method: 'PATCH', path: '/api/v1/me', by: amara, body: { name: 'Amara Diallo' }, text: 'name' };
    const credentials = { email: 'amara@riverside.example', password: 'wrong' };
    targets[open] = { method: 'POST', path: '/api/v1/session', by: {}, body: credentials, text: 'email' };
    const position = { activityId: pageId, place: { paragraph: 3 } };
    targets[free] = {
      method: 'PUT',
      path: `/api/v1/enrollments/${enrollmentId}/position`,
      by: amara,
      body: position,
      text: 'activityId',
    };
    await world.app.listen(0, '127.0.0.1');
    origin = await world.app.getUrl();
  }, 180_000);
  afterAll(() => world.close());

  const send = async (name: string, body: string | Buffer, headers: Record<string, string> = JSON_TYPE) => {
    const target = targets[name];
    if (!target) throw new Error(`There is no ${name}`);
    return (await world.ask(target.by, { method: target.method, path: target.path, headers, body })).answer;
  };

  describe.each(names)('to %s', (name) => {
    const whole = () => targets[name]?.body ?? {};
    const text = () => targets[name]?.text ?? '';

    it.each([
      ['malformed JSON', () => '{"a":', 400, 'request.malformed'],
      ['half a JSON text after a whole one', () => `${JSON.stringify(whole())}{`, 400, 'request.malformed'],
      ['a list', () => '[]', 400, 'request.invalid_fields'],
      ['a bare text', () => '"a"', 400, 'request.invalid_fields'],
      ['10 MB', () => JSON.stringify({ ...whole(), [text()]: 'a'.repeat(10_000_000) }), 413, 'request.too_large'],
      ['1,000 levels', () => deep(1_000), 400, 'request.malformed'],
      ['1,000 levels of lists', () => '['.repeat(1_000) + ']'.repeat(1_000), 400, 'request.malformed'],
      ['invalid UTF-8', () => Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 400, 'request.malformed'],
    ])('of %s is refused', async (_, body, status, code) => {
      expect(refused(await send(name, body()))).toMatchObject({ status, code });
    });

    it.each([
      ['an unknown field', () => JSON.stringify({ ...whole(), surprise: 1 }), 'request.invalid_fields', () => 'surprise'],
      ['a wrong type', () => JSON.stringify({ ...whole(), [text()]: { a: 1 } }), 'request.invalid_fields', text],
      ['null', () => JSON.stringify({ ...whole(), [text()]: null }), 'request.invalid_fields', text],
      ['a NUL character', () => JSON.stringify({ ...whole(), [text()]: 'a\u0000b' }), 'request.malformed', text],
      ['half a character', () => JSON.stringify({ ...whole(), [text()]: 'a\ud800' }), 'request.malformed', text],
      ['a name twice', () => `{"${text()}":"a","${text()}":"b"}`, 'request.malformed', text],
      ['a prototype', () => '{"__proto__":{"admin":true}}', 'request.malformed', () => '__proto__'],
      ['a constructor', () => '{"constructor":{"prototype":{}}}', 'request.malformed', () => 'constructor'],
    ])('with %s is refused, and the field is named', async (_, body, code, field) => {
      const answer = refused(await send(name, body()));
      expect(answer).toMatchObject({ status: 400, code });
      expect(answer.fields).toContain(field());
    });

    it.each(['text/plain', 'application/xml', 'text/html', 'application/octet-stream'])('of type %s is refused', async (type) => {
      const answer = refused(await send(name, JSON.stringify(whole()), { 'content-type': type }));
      expect(answer).toMatchObject({ status: 415, code: 'request.unsupported_media_type' });
    });
  });

  describe('with a form', () => {
    const form = (path: string, body: string | Buffer) => world.ask({}, { method: 'POST', path, headers: FORM_TYPE, body });

    describe.each([
      ['/sign-in', 'email'],
      ['/password-reset', 'email'],
      ['/sign-in/link', 'token'],
      ['/invitations/acceptance', 'token'],
      ['/verify', 'credential'],
    ])('to %s', (path, field) => {
      it.each([
        ['a NUL character', `${field}=a%00b`],
        ['a broken escape', `${field}=%zz`],
        ['an escape that is not UTF-8', `${field}=%c0%af`],
        ['a name twice', `${field}=a&${field}=b`],
      ])('that holds %s is refused, and the field is named', async (_, body) => {
        const answer = refused((await form(path, body)).answer);
        expect(answer).toEqual({ status: 400, code: 'request.malformed', fields: [field] });
      });

      it('that names a prototype is refused', async () => {
        expect(refused((await form(path, '__proto__[admin]=1&__proto__=1')).answer)).toMatchObject({
          status: 400,
          fields: ['__proto__'],
        });
      });

      it('of 10 MB is refused', async () => {
        expect(refused((await form(path, `${field}=${'a'.repeat(10_000_000)}`)).answer)).toMatchObject({ status: 413 });
      });

      it('that is not UTF-8 is refused', async () => {
        expect(refused((await form(path, Buffer.from([0x61, 0x3d, 0xff]))).answer)).toMatchObject({ status: 400 });
      });
    });

    it('is read by no route of the API', async () => {
      const { answer } = await world.ask(ines, { method: 'POST', path: '/api/v1/courses', headers: FORM_TYPE, body: 'title=a' });
      expect(answer.status).toBe(400);
    });
  });

  describe('with a file', () => {
    const part = (disposition: string, value: string) =>
      `--cut\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`;
    const file = part('name="file"; filename="plot.csv"', 'a,b');
    const upload = (body: string | Buffer, headers: Record<string, string> = MULTIPART) =>
      world.ask(ines, { method: 'POST', path: '/api/v1/files?purpose=course-asset', headers, body });

    it.each([
      ['no file', `${part('name="note"', 'a')}--cut--\r\n`, MULTIPART, 400],
      ['another field for the file', `${part('name="other"; filename="plot.csv"', 'a,b')}--cut--\r\n`, MULTIPART, 400],
      ['no boundary', file, { 'content-type': 'multipart/form-data' }, 400],
      ['an end that is missing', file.slice(0, -4), MULTIPART, 400],
      ['no parts', '', MULTIPART, 400],
      ['a prototype in brackets', `${part('name="__proto__[x]"', 'a')}${file}--cut--\r\n`, MULTIPART, 400],
      ['JSON in its place', '{}', JSON_TYPE, 400],
    ])('and %s is refused', async (_, body, headers, status) => {
      expect(refused((await upload(body, headers)).answer)).toMatchObject({ status });
    });
  });

  describe('in the address', () => {
    it.each([
      ['/api/v1/courses?surprise=1', 400, 'request.invalid_fields', ['surprise']],
      ['/api/v1/courses?limit=many', 400, 'request.invalid_fields', ['limit']],
      ['/api/v1/courses?limit=1&limit=2', 400, 'request.invalid_fields', ['limit']],
      ['/api/v1/courses?limit=0', 400, 'request.invalid_fields', ['limit']],
      ['/api/v1/courses?limit=1e9', 400, 'request.invalid_fields', ['limit']],
      ['/api/v1/courses?cursor=x', 400, 'request.invalid_cursor', []],
      ['/api/v1/courses?cursor=a%00', 400, 'request.malformed', []],
      ['/api/v1/courses?__proto__=1', 400, 'request.malformed', ['__proto__']],
      ['/api/v1/courses?limit[]=1', 400, 'request.invalid_fields', ['limit[]']],
      ['/api/v1/courses/%00', 400, 'request.malformed', []],
      ['/api/v1/courses/%zz', 400, 'request.malformed', []],
      ['/api/v1/courses/%c0%af', 400, 'request.malformed', []],
      ['/api/v1/courses/not-an-id', 404, 'request.not_found', []],
      ['/api/v1/courses/..%2f..%2fetc%2fpasswd', 404, 'request.not_found', []],
      [`/api/v1/courses/${'a'.repeat(5_000)}`, 404, 'request.not_found', []],
      ['/api/v1/courses/', 404, 'request.not_found', []],
      ['/API/V1/courses', 404, 'request.not_found', []],
      ['//api/v1/courses', 404, 'request.not_found', []],
      ['/api/v1/nothing', 404, 'request.not_found', []],
      ['/nothing', 404, 'request.not_found', []],
    ])('%s is refused', async (path, status, code, fields) => {
      expect(refused((await world.ask(ines, { method: 'GET', path })).answer)).toEqual({ status, code, fields });
    });

    it.each(['TRACE', 'PROPFIND', 'DELETE'])('with the method %s is refused where there is none', async (method) => {
      expect(refused((await world.ask(ines, { method, path: '/api/v1/courses' })).answer).status).toBe(404);
    });
  });

  describe('in its headers', () => {
    it('with an Idempotency-Key that is none is refused, and the header is named', async () => {
      const answer = refused(
        await send(names[0] ?? '', '{"title":"A","summary":"","language":"en"}', { ...JSON_TYPE, 'idempotency-key': 'a' }),
      );
      expect(answer).toEqual({ status: 400, code: 'request.invalid_fields', fields: ['Idempotency-Key'] });
    });

    it.each(['Bearer x', 'Bearer cairn_x', 'Basic YTpi', 'Bearer', `Bearer ${'a'.repeat(8_000)}`])(
      'with %s is nobody',
      async (authorization) => {
        expect(refused((await world.ask({ authorization }, { method: 'GET', path: '/api/v1/me' })).answer).status).toBe(401);
      },
    );

    it.each(['cairn=', 'cairn=x', `cairn=${'a'.repeat(8_000)}`, 'cairn=%00', ';;;==;'])(
      'with the cookie %s is nobody',
      async (cookie) => {
        expect(refused((await world.ask({ cookie }, { method: 'GET', path: '/api/v1/me' })).answer).status).toBe(401);
      },
    );

    it.each([
      ['headers of 100 kB', '/api/v1/me', { 'x-filler': 'a'.repeat(100_000) }],
      ['an address of 100 kB', `/api/v1/courses?cursor=${'a'.repeat(100_000)}`, {}],
    ])('with %s is refused over the network', async (_, path, headers) => {
      expect(refused(await overNetwork(new URL(path, origin), headers))).toMatchObject({
        status: 431,
        code: 'request.headers_too_large',
      });
    });

    it('that is no HTTP is refused over the network', async () => {
      const text = await rawly(new URL(origin), 'GARBAGE\r\n\r\n');
      expect(text).toMatch(/^HTTP\/1\.1 400 /);
      expect(text).toContain('application/problem+json');
      expect(text).toContain('"code":"request.malformed"');
    });
  });

  it('leaves Cairn as it was', async () => {
    const exchange = await world.ask(amara, { method: 'GET', path: '/api/v1/me' });
    expect(described.faults(exchange)).toEqual([]);
    expect(exchange.answer.status).toBe(200);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });
});

function overNetwork(url: URL, headers: Record<string, string>): Promise<TransportAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(url, { headers, agent: false }, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => (body += chunk));
      incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function rawly({ hostname, port }: URL, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
