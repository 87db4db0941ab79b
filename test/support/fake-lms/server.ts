import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import type { Endpoint, Fault, Faults } from './faults.js';
import { Refusal, type Site } from './site.js';

export interface LoggedRequest {
  endpoint: Endpoint;
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
  at: number;
  /** Of the answer; 0 as long as there is none, or where the connection was cut. */
  status: number;
  fault: Fault | null;
  /** The rule that the request broke. */
  refused: string | null;
}

export interface Exchange extends LoggedRequest {
  params: Record<string, string>;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  /** Writes the answer itself, for those that never end. */
  stream?: (response: ServerResponse) => void;
}

export interface Route {
  endpoint: Endpoint;
  methods: string[];
  /** With `:name` for what varies. */
  path: string;
  answer: (exchange: Exchange) => Reply | Promise<Reply>;
}

const TEN_MEGABYTES = 10 * 2 ** 20;

export const jsonReply = (body: unknown, { status = 200, type = 'application/json', headers = {} } = {}): Reply => ({
  status,
  headers: { 'content-type': type, ...headers },
  body: JSON.stringify(body),
});

/** Real HTTP on 127.0.0.1: logs, lets go wrong what a test asked for, and answers refusals as JSON. */
export class LmsServer {
  private readonly server: Server;

  constructor(
    private readonly site: Site,
    private readonly faults: Faults,
    private readonly routes: Route[],
  ) {
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.site.origin);
    const path = url.pathname;
    const matches = this.routes.map((route) => ({ route, params: match(route.path, path) })).filter(({ params }) => params);
    const method = request.method ?? 'GET';
    const found = matches.find(({ route }) => route.methods.includes(method));
    const endpoint = (found ?? matches[0])?.route.endpoint ?? 'page';
    const body = await text(request).catch(() => '');
    const logged: LoggedRequest = {
      endpoint,
      method,
      url,
      headers: request.headers,
      body,
      at: this.site.now(),
      status: 0,
      fault: null,
      refused: null,
    };
    this.site.requests.push(logged);
    logged.fault = this.faults.take(logged);
    if (await failed(logged, response)) return;
    const reply = await this.reply(logged, found?.route, found?.params ?? {}, matches.length > 0);
    if (logged.fault === 'lostReply') return void response.destroy();
    logged.status = reply.status ?? 200;
    response.writeHead(logged.status, { 'cache-control': 'no-store', ...reply.headers });
    if (reply.stream) reply.stream(response);
    else response.end(reply.body ?? '');
  }

  private async reply(request: LoggedRequest, route: Route | undefined, params: object, known: boolean): Promise<Reply> {
    try {
      if (!route)
        throw new Refusal(known ? 405 : 404, known ? 'http/method' : 'http/address', `${request.method} ${request.url.pathname}`);
      // The one request is logged and handled: whoever looks at it later sees what became of it.
      return await route.answer(Object.assign(request, { params: params as Record<string, string> }));
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'platform/broken', String((error as Error).stack));
      request.refused = refusal.rule;
      this.site.refusals.push(refusal);
      const headers = refusal.status === 401 ? { 'www-authenticate': 'Bearer' } : {};
      const body = { error: refusal.error, error_description: refusal.message, rule: refusal.rule };
      return jsonReply(body, { status: refusal.status, headers });
    }
  }
}

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return null;
  }
  return params;
}

async function failed(request: LoggedRequest, response: ServerResponse): Promise<boolean> {
  const { fault } = request;
  if (fault === null || fault === 'lostReply') return false;
  if (fault === 'reset') return Boolean(response.destroy());
  if (typeof fault === 'object' && 'delayMs' in fault) {
    await setTimeout(fault.delayMs);
    return response.destroyed;
  }
  const type = { 'content-type': 'application/json' };
  request.status = typeof fault === 'object' ? fault.status : 200;
  if (typeof fault === 'object') response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
  if (fault === 'html') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Please sign in</h1>');
  if (fault === 'truncated') response.writeHead(200, type).end('{"members":[{"user_id":"1"');
  if (fault === 'huge') response.writeHead(200, type).end(`{"padding":"${'x'.repeat(TEN_MEGABYTES)}"}`);
  return true;
}
