import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { guardedConnector, guardedLookup, type ResolveHost } from './guarded-connector.js';
import { OutboundHttp, type OutboundLimits } from './outbound-http.js';
import { isPublicAddress } from './public-address.js';

const PRIVATE = [
  ['loopback', '127.0.0.1'],
  ['loopback in decimal', '2130706433'],
  ['loopback in octal', '0177.0.0.1'],
  ['loopback in hexadecimal', '0x7f000001'],
  ['loopback, shortened', '127.1'],
  ['loopback in circled digits', '①②⑦.⓪.⓪.①'],
  ['another loopback', '127.255.255.254'],
  ['this machine', '0.0.0.0'],
  ['this machine as a number', '0'],
  ['a private network of class A', '10.1.2.3'],
  ['a private network of class B', '172.31.0.1'],
  ['a private network of class C', '192.168.1.1'],
  ['a carrier', '100.64.0.1'],
  ['cloud metadata', '169.254.169.254'],
  ['protocol assignments', '192.0.0.8'],
  ['benchmarks', '198.18.0.1'],
  ['multicast', '224.0.0.1'],
  ['everybody', '255.255.255.255'],
  ['loopback of IPv6', '[::1]'],
  ['this machine of IPv6', '[::]'],
  ['loopback, mapped', '[::ffff:127.0.0.1]'],
  ['loopback, mapped, in hexadecimal', '[::ffff:7f00:1]'],
  ['loopback, compatible', '[::127.0.0.1]'],
  ['loopback, translated', '[64:ff9b::7f00:1]'],
  ['loopback, translated locally', '[64:ff9b:1::7f00:1]'],
  ['loopback over 6to4', '[2002:7f00:1::]'],
  ['loopback over Teredo', '[2001:0:7f00:1::]'],
  ['a unique local network', '[fd00::1]'],
  ['a link', '[fe80::1]'],
  ['a site', '[fec0::1]'],
  ['multicast of IPv6', '[ff02::1]'],
  ['this machine by name', 'localhost'],
] as const;

describe('OutboundHttp', () => {
  const running: { close(): unknown }[] = [];

  afterEach(async () => {
    for (const one of running.splice(0)) await one.close();
  });

  const client = (options: ConstructorParameters<typeof OutboundHttp>[0]) => {
    const http = new OutboundHttp(options);
    running.unshift(http);
    return http;
  };

  /** A server on loopback, and a client that may reach it. */
  async function talkingTo(listener: RequestListener, limits: Partial<OutboundLimits> = {}) {
    const server: Server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    running.push({ close: () => (server.closeAllConnections(), server.close()) });
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { origin, http: client({ allowedOrigins: [origin], limits }), server };
  }

  const answering = (body: string | Buffer, headers: Record<string, string> = {}, status = 200): RequestListener => {
    return (_request, response) => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

  const resolvingTo = (...answers: string[][]): ResolveHost & { asked: number } => {
    const resolve = Object.assign(
      ((_hostname, _options, answer) => {
        const addresses = answers[Math.min(resolve.asked++, answers.length - 1)] ?? [];
        answer(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        );
      }) as ResolveHost,
      { asked: 0 },
    );
    return resolve;
  };

  it('fetches JSON, with the type it asks for', async () => {
    const { origin, http } = await talkingTo((request, response) => {
      response.setHeader('content-type', 'Application/LD+JSON; charset=utf-8');
      response.end(JSON.stringify({ accept: request.headers.accept, name: 'Łukasz' }));
    });
    expect(await http.getJson(`${origin}/did.json`, { accept: 'application/ld+json' })).toEqual({
      ok: true,
      contentType: 'application/ld+json',
      body: { accept: 'application/ld+json', name: 'Łukasz' },
    });
  });

  describe('reaches no', () => {
    it.each(PRIVATE)('%s (%s)', async (_, host) => {
      expect(await client({}).getJson(`https://${host}/`)).toEqual({ ok: false, reason: 'address_not_allowed' });
    });

    it.each([
      ['only a private address', ['10.0.0.1']],
      ['a public and a private address', ['93.184.215.14', '127.0.0.1']],
      ['a private IPv6 address', ['2606:4700::6810:84e5', '::1']],
      ['no address', []],
    ])('host that leads to %s', async (_, addresses) => {
      const http = client({ resolve: resolvingTo(addresses) });
      expect(await http.getJson('https://rebind.example/')).toEqual({ ok: false, reason: 'address_not_allowed' });
    });
  });

  it('connects to the very addresses that it judged, though the name answers otherwise the next time', async () => {
    const rebinding = resolvingTo(['93.184.215.14'], ['127.0.0.1']);
    const lookup = guardedLookup(rebinding);
    const answer = (all: boolean) => new Promise((resolve) => lookup('rebind.example', { all }, (...given) => resolve(given)));
    expect(await answer(true)).toEqual([null, [{ address: '93.184.215.14', family: 4 }]]);
    expect(rebinding.asked).toBe(1);
    expect(await answer(false)).toEqual([expect.objectContaining({ name: 'AddressNotAllowedError' }), '', 0]);
  });

  it('does not touch a private address, not even to see whether somebody answers', async () => {
    let connections = 0;
    const server = createTcpServer(() => connections++).listen(0, '127.0.0.1');
    await once(server, 'listening');
    running.push(server);
    const connect = guardedConnector(resolvingTo(['127.0.0.1']), 1_000);
    const port = String((server.address() as AddressInfo).port);
    for (const hostname of ['127.0.0.1', 'rebind.example']) {
      const error = await new Promise((resolve) =>
        connect({ hostname, port, protocol: 'http:' }, (...given) => resolve(given[0])),
      );
      expect(error).toMatchObject({ name: 'AddressNotAllowedError' });
    }
    expect(connections).toBe(0);
  });

  it.each([
    ['not an address', 'address_invalid'],
    ['https://amira:secret@lms.example/', 'address_invalid'],
    ['http://lms.example/', 'scheme_not_allowed'],
    ['file:///etc/passwd', 'scheme_not_allowed'],
    ['data:application/json,{}', 'scheme_not_allowed'],
    ['https://lms.example:22/', 'port_not_allowed'],
    ['https://lms.example:6379/', 'port_not_allowed'],
  ])('refuses %s', async (address, reason) => {
    expect(await client({}).getJson(address)).toEqual({ ok: false, reason });
  });

  it('holds an allowed origin to its port and scheme', async () => {
    const { origin, http } = await talkingTo(answering('{}'));
    const other = new URL(origin);
    other.port = String(Number(other.port) === 1024 ? 1025 : 1024);
    expect(await http.getJson(other.href)).toEqual({ ok: false, reason: 'scheme_not_allowed' });
    expect(await http.getJson(origin.replace('http:', 'https:'))).toEqual({ ok: false, reason: 'port_not_allowed' });
  });

  it.each([301, 302, 303, 307, 308])('does not follow a %i', async (status) => {
    const asked: string[] = [];
    const { origin, http } = await talkingTo((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(status, { location: '/elsewhere' }).end();
    });
    expect(await http.getJson(`${origin}/here`)).toEqual({ ok: false, reason: 'redirected', status });
    expect(asked).toEqual(['/here']);
  });

  describe('told to follow redirects', () => {
    const ask = { accept: '*/*', types: /^text\/plain$/, redirects: 2 };
    const hopping = (hops: Record<string, string>) =>
      talkingTo((request, response) => {
        const location = hops[request.url ?? ''];
        if (location === undefined) answering('here', { 'content-type': 'text/plain' })(request, response);
        else response.writeHead(302, location === '' ? {} : { location }).end();
      });

    it('says where the document was in the end', async () => {
      const { origin, http } = await hopping({ '/a': '/b', '/b': 'c' });
      const answer = await http.get(`${origin}/a`, ask);
      expect(answer).toMatchObject({ ok: true, contentType: 'text/plain', address: `${origin}/c` });
    });

    it('gives up after that many, and on a loop', async () => {
      const { origin, http } = await hopping({ '/a': '/b', '/b': '/c', '/c': '/d', '/loop': '/loop', '/nowhere': '' });
      for (const path of ['/a', '/loop', '/nowhere']) {
        expect(await http.get(origin + path, ask)).toEqual({ ok: false, reason: 'redirected', status: 302 });
      }
    });

    it.each([
      ['https://169.254.169.254/latest', 'address_not_allowed'],
      ['https://[::1]/', 'address_not_allowed'],
      ['http://example.org/', 'scheme_not_allowed'],
      ['file:///etc/passwd', 'scheme_not_allowed'],
      ['https://example.org:22/', 'port_not_allowed'],
    ])('judges %s like the first address', async (location, reason) => {
      const { origin, http } = await hopping({ '/a': location });
      expect(await http.get(`${origin}/a`, ask)).toEqual({ ok: false, reason });
    });
  });

  it('stops when whoever waits has no more time', async () => {
    const { origin, http } = await talkingTo(() => undefined);
    const ask = { accept: '*/*', types: /./, signal: AbortSignal.timeout(50) };
    expect(await http.get(origin, ask)).toEqual({ ok: false, reason: 'timed_out' });
  });

  it.each([204, 404, 500])('takes a %i for no answer', async (status) => {
    const { origin, http } = await talkingTo(answering('', {}, status));
    expect(await http.getJson(origin)).toEqual({ ok: false, reason: 'status_not_ok', status });
  });

  it.each(['application/json', 'application/vc+ld+json', 'text/json; charset=utf-8'])(
    'takes the content type %j',
    async (type) => {
      const { origin, http } = await talkingTo(answering('{}', { 'content-type': type }));
      expect(await http.getJson(origin)).toMatchObject({ ok: true });
    },
  );

  it.each(['text/html', '', 'application/jsonp', 'multipart/json; x'])('refuses the content type %j', async (type) => {
    const { origin, http } = await talkingTo(answering('{}', { 'content-type': type }));
    expect(await http.getJson(origin)).toEqual({ ok: false, reason: 'type_not_allowed' });
  });

  it.each([
    ['broken', '{"a":'],
    ['empty', ''],
    ['of another encoding than UTF-8', Buffer.from([0x22, 0xff, 0x22])],
  ])('says so when the JSON is %s', async (_, body) => {
    const { origin, http } = await talkingTo(answering(body));
    expect(await http.getJson(origin)).toEqual({ ok: false, reason: 'not_json' });
  });

  it('reads as much as is allowed, and not a byte more', async () => {
    const full = JSON.stringify('x'.repeat(98));
    const { origin, http } = await talkingTo(
      (request, response) => answering(request.url === '/more' ? `${full} ` : full)(request, response),
      {
        bytes: 100,
      },
    );
    expect(await http.getJson(origin)).toMatchObject({ ok: true });
    expect(await http.getJson(`${origin}/more`)).toEqual({ ok: false, reason: 'too_large' });
  });

  it('gives up on a body without end', async () => {
    const { origin, http } = await talkingTo((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pour = () => {
        while (!response.destroyed && response.write(' '.repeat(65_536)));
      };
      response.on('drain', pour);
      pour();
    });
    expect(await http.getJson(origin)).toEqual({ ok: false, reason: 'too_large' });
  });

  it('unpacks gzip, and counts what comes out of it', async () => {
    const { origin, http } = await talkingTo((request, response) =>
      answering(gzipSync(request.url === '/bomb' ? ' '.repeat(50_000_000) : '{"a":1}'), { 'content-encoding': 'gzip' })(
        request,
        response,
      ),
    );
    expect(await http.getJson(origin)).toMatchObject({ ok: true, body: { a: 1 } });
    expect(await http.getJson(`${origin}/bomb`)).toEqual({ ok: false, reason: 'too_large' });
  });

  it('takes no other encoding, and none that is not what it says', async () => {
    const { origin, http } = await talkingTo((request, response) =>
      answering('{}', { 'content-encoding': request.url === '/br' ? 'br' : 'gzip' })(request, response),
    );
    expect(await http.getJson(`${origin}/br`)).toEqual({ ok: false, reason: 'encoding_not_allowed' });
    expect(await http.getJson(`${origin}/gzip`)).toEqual({ ok: false, reason: 'unreachable' });
  });

  it.each<[string, RequestListener]>([
    ['never answers', () => undefined],
    ['stops in the middle', (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{')],
    [
      'trickles',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('gives up on a server that %s', async (_, listener) => {
    const { origin, http } = await talkingTo(listener, { totalMs: 300 });
    expect(await http.getJson(origin)).toEqual({ ok: false, reason: 'timed_out' });
  });

  it('says that nobody answers', async () => {
    const { origin, http, server } = await talkingTo(answering('{}'));
    server.close();
    await once(server, 'close');
    expect(await http.getJson(origin)).toEqual({ ok: false, reason: 'unreachable' });
  });

  it('says so when the connection breaks in the middle', async () => {
    const { origin, http } = await talkingTo((_request, response) => {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': '100' })
        .write('{', () => response.destroy());
    });
    expect(await http.getJson(origin)).toEqual({ ok: false, reason: 'unreachable' });
  });

  it('asks one host no more than five things at a time', async () => {
    let open = 0;
    let most = 0;
    const waiting: (() => void)[] = [];
    const { origin, http } = await talkingTo((_request, response) => {
      most = Math.max(most, ++open);
      waiting.push(() => (open--, response.writeHead(200, { 'content-type': 'application/json' }).end('{}')));
      if (waiting.length === 5 || most > 5) for (const answer of waiting.splice(0)) setImmediate(answer);
    });
    const answers = await Promise.all(Array.from({ length: 20 }, () => http.getJson(origin)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(5);
  });
});

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '100.128.0.1', '2606:4700::6810:84e5', '::ffff:8.8.8.8'])(
    'admits %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each(['', 'lms.example', '127.0.0.1', '::ffff:10.0.0.1', '2001:db8::1', '203.0.113.9', 'fe80::1%eth0'])(
    'refuses %j',
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});
