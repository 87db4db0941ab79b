import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { OutboundHttp } from './outbound-http.js';

const MESSAGE = { headers: { 'webhook-id': 'msg_1' }, body: '{"a":1}' };

describe('What is sent', () => {
  const running: { close(): unknown }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.close();
  });

  const client = (options: ConstructorParameters<typeof OutboundHttp>[0] = {}) => {
    const http = new OutboundHttp(options);
    running.unshift(http);
    return http;
  };
  const listen = async (listener: RequestListener) => {
    const server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    running.push({ close: () => (server.closeAllConnections(), server.close()) });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  };

  it('arrives as it is, and is answered with the status and when to come back', async () => {
    let received = '';
    const address = await listen((request, response) => {
      void text(request).then((body) => {
        received = `${request.method} ${String(request.headers['webhook-id'])} ${body}`;
        response.writeHead(429, { 'retry-after': '60' }).end('Not now');
      });
    });
    const http = client({ loopback: true });
    expect(await http.post(address, MESSAGE)).toEqual({ ok: true, status: 429, retryAfter: '60' });
    expect(received).toBe('POST msg_1 {"a":1}');
  });

  it('follows no redirect', async () => {
    const paths: string[] = [];
    const address = await listen((request, response) => {
      paths.push(request.url ?? '');
      response.writeHead(308, { location: '/elsewhere' }).end();
    });
    expect(await client({ loopback: true }).post(address, MESSAGE)).toEqual({ ok: true, status: 308, retryAfter: null });
    expect(paths).toEqual(['/']);
  });

  it('waits no longer than its time', async () => {
    const address = await listen(() => undefined);
    const http = client({ loopback: true, limits: { totalMs: 100 } });
    expect(await http.post(address, MESSAGE)).toEqual({ ok: false, reason: 'timed_out' });
  });

  it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '[::1]', '[::ffff:127.0.0.1]', '2130706433', 'localhost'])(
    'does not go to %s',
    async (host) => {
      expect(await client().post(`https://${host}/`, MESSAGE)).toEqual({ ok: false, reason: 'address_not_allowed' });
    },
  );

  it('goes to this machine in the clear only where that was allowed, and never to the network around it', async () => {
    const address = await listen((_request, response) => void response.end());
    expect(await client().post(address, MESSAGE)).toEqual({ ok: false, reason: 'scheme_not_allowed' });
    const http = client({ loopback: true });
    expect(await http.post(address, MESSAGE)).toMatchObject({ ok: true, status: 200 });
    expect(await http.post('http://10.0.0.8/', MESSAGE)).toEqual({ ok: false, reason: 'scheme_not_allowed' });
  });
});
