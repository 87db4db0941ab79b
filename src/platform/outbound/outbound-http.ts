import { lookup } from 'node:dns';
import { Agent, errors, request, type Dispatcher } from 'undici';
import { canParseUrl } from '../can-parse-url.js';
import { AddressNotAllowedError, guardedConnector, type ResolveHost } from './guarded-connector.js';
import { readLimited } from './read-limited.js';

/** Why there is no answer to use. A key for texts; what the other side sent is never part of it. */
export type OutboundRefusal =
  | 'address_invalid'
  | 'scheme_not_allowed'
  | 'port_not_allowed'
  | 'address_not_allowed'
  | 'unreachable'
  | 'timed_out'
  | 'redirected'
  | 'status_not_ok'
  | 'type_not_allowed'
  | 'encoding_not_allowed'
  | 'too_large'
  | 'not_json';

export type OutboundAnswer =
  | { ok: true; bytes: Buffer; contentType: string; address: string }
  | { ok: false; reason: OutboundRefusal; status?: number };

export interface OutboundAsk {
  accept: string;
  /** Which content types are read at all; without parameters, in lower case. */
  types: RegExp;
  /** How many redirects are followed; each is judged like the first address. None unless told. */
  redirects?: number;
  /** How much is read, after decompression, when it is not the usual limit. */
  bytes?: number;
  /** Ends the request early: the time of whoever waits is up. */
  signal?: AbortSignal;
}

export type OutboundJson =
  | { ok: true; body: unknown; contentType: string }
  | { ok: false; reason: OutboundRefusal; status?: number };

export interface OutboundPost {
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Ends the request early: the time of whoever waits is up. */
  signal?: AbortSignal;
}

/** What the other side said to something that was sent; of its words nothing is read. */
export type OutboundReply = { ok: true; status: number; retryAfter: string | null } | { ok: false; reason: OutboundRefusal };

export interface OutboundCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** How much is read, after decompression, when it is not the usual limit. */
  bytes?: number;
  /** Ends the request early: the time of whoever waits is up. */
  signal?: AbortSignal;
}

/** What the other side answered, whatever its status; its body is at most as long as the limit. */
export type OutboundExchange =
  | { ok: true; status: number; headers: Readonly<Record<string, string>>; text: string }
  | { ok: false; reason: OutboundRefusal };

export interface OutboundLimits {
  connectMs: number;
  totalMs: number;
  /** After decompression. */
  bytes: number;
  perHost: number;
}

export interface OutboundOptions {
  /** Origins that may be reached whatever their scheme, port and address: our own, and loopback in tests. */
  allowedOrigins?: readonly string[];
  /** Plain http on this machine, at any port: while something is developed. */
  loopback?: boolean;
  resolve?: ResolveHost;
  limits?: Partial<OutboundLimits>;
}

const LIMITS: OutboundLimits = { connectMs: 3_000, totalMs: 10_000, bytes: 512 * 1024, perHost: 5 };
const PORTS = new Set(['', '443', '8443']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
// What an answer's words may cost before its connection is given up; short ones leave it open for the next request.
const IGNORED_BYTES = 16_384;
const IGNORED_MS = 1_000;
const JSON_TYPE = /^(?:application|text)\/(?:[\w.+-]+\+)?json$/;

/**
 * The one way to addresses that people or other servers name. It reaches public addresses over https alone, follows no redirects
 * unless told to and never past this rule, and ends in time and size, whatever the other side does (ASVS 5.0 V15.3.2; OWASP API 7). Proxy variables are not read.
 */
export class OutboundHttp {
  private readonly limits: OutboundLimits;
  private readonly allowedOrigins: ReadonlySet<string>;
  private readonly loopback: boolean;
  private readonly guarded: Agent;
  private readonly trusting: Agent;

  constructor({ allowedOrigins = [], loopback = false, resolve = lookup, limits = {} }: OutboundOptions = {}) {
    this.limits = { ...LIMITS, ...limits };
    this.loopback = loopback;
    this.allowedOrigins = new Set(allowedOrigins.map((origin) => new URL(origin).origin));
    const { connectMs, totalMs, perHost } = this.limits;
    const shared = { connections: perHost, pipelining: 1, headersTimeout: totalMs, bodyTimeout: totalMs, maxHeaderSize: 16_384 };
    this.guarded = new Agent({ ...shared, connect: guardedConnector(resolve, connectMs) });
    this.trusting = new Agent({ ...shared, connect: { timeout: connectMs } });
  }

  /** Fetches a JSON document. Everything that can go wrong outside is a value. */
  async getJson(address: string, { accept = 'application/json' }: { accept?: string } = {}): Promise<OutboundJson> {
    const answer = await this.get(address, { accept, types: JSON_TYPE });
    return answer.ok ? parsed(answer.bytes, answer.contentType) : answer;
  }

  /** Fetches the bytes of a document of one of the types, and says at which address they were in the end. */
  async get(address: string, { redirects = 0, ...ask }: OutboundAsk): Promise<OutboundAnswer> {
    let here = address;
    for (let left = redirects; ; left -= 1) {
      const answer = await this.attempt(here, ask);
      if (answer.ok || answer.next === undefined || left === 0) return withoutNext(answer);
      here = answer.next;
    }
  }

  /** Sends something and answers with the status, whatever it is; a redirect is not followed. Everything that can go wrong outside is a value. */
  async post(address: string, { headers, body, signal }: OutboundPost): Promise<OutboundReply> {
    const target = this.target(address);
    if (typeof target === 'string') return { ok: false, reason: target };
    const limit = AbortSignal.timeout(this.limits.totalMs);
    try {
      const answer = await request(target.url, {
        dispatcher: target.dispatcher,
        method: 'POST',
        headers: { ...headers, 'user-agent': 'Cairn' },
        body,
        signal: signal ? AbortSignal.any([limit, signal]) : limit,
      });
      answer.body.on('error', () => undefined);
      answer.body.dump({ limit: IGNORED_BYTES, signal: AbortSignal.timeout(IGNORED_MS) }).catch(() => answer.body.destroy());
      const retryAfter = single(answer.headers['retry-after']);
      return { ok: true, status: answer.statusCode, retryAfter: retryAfter === '' ? null : retryAfter };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  /** Talks with a service: any method, and the answer is read whatever its status. No redirect is followed. Failures outside are values. */
  async call(address: string, { method, headers, body, bytes, signal }: OutboundCall): Promise<OutboundExchange> {
    const target = this.target(address);
    if (typeof target === 'string') return { ok: false, reason: target };
    const limit = AbortSignal.timeout(this.limits.totalMs);
    try {
      const answer = await request(target.url, {
        dispatcher: target.dispatcher,
        method,
        headers: { 'accept-encoding': 'gzip', ...headers, 'user-agent': 'Cairn' },
        ...(body === undefined ? {} : { body }),
        signal: signal ? AbortSignal.any([limit, signal]) : limit,
      });
      answer.body.on('error', () => undefined);
      const read = await readLimited(
        answer.body,
        single(answer.headers['content-encoding']).trim().toLowerCase(),
        bytes ?? this.limits.bytes,
      );
      if (!read.ok) return read;
      const said = Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), single(value)]);
      return { ok: true, status: answer.statusCode, headers: Object.fromEntries(said), text: read.bytes.toString('utf8') };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.guarded.destroy(), this.trusting.destroy()]);
  }

  private target(address: string): { url: URL; dispatcher: Dispatcher } | OutboundRefusal {
    if (!canParseUrl(address)) return 'address_invalid';
    const url = new URL(address);
    if (url.username !== '' || url.password !== '') return 'address_invalid';
    if (this.allowedOrigins.has(url.origin)) return { url, dispatcher: this.trusting };
    if (this.loopback && url.protocol === 'http:' && LOOPBACK.has(url.hostname)) return { url, dispatcher: this.trusting };
    if (url.protocol !== 'https:') return 'scheme_not_allowed';
    if (!PORTS.has(url.port)) return 'port_not_allowed';
    return { url, dispatcher: this.guarded };
  }

  private async attempt(address: string, ask: OutboundAsk): Promise<Attempt> {
    const target = this.target(address);
    if (typeof target === 'string') return { ok: false, reason: target };
    try {
      return await this.fetch(target.url, ask, target.dispatcher);
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  private async fetch(url: URL, { accept, types, bytes, signal }: OutboundAsk, dispatcher: Dispatcher): Promise<Attempt> {
    const limit = AbortSignal.timeout(this.limits.totalMs);
    const { statusCode, headers, body } = await request(url, {
      dispatcher,
      method: 'GET',
      headers: { accept, 'accept-encoding': 'gzip', 'user-agent': 'Cairn' },
      signal: signal ? AbortSignal.any([limit, signal]) : limit,
    });
    // Giving up on a body makes it fail, which is no news to us; while it is read, failures reach the reader.
    body.on('error', () => undefined);
    const contentType = single(headers['content-type']).split(';')[0]?.trim().toLowerCase() ?? '';
    const refusal = refuse(statusCode, types.test(contentType));
    if (refusal) {
      body.destroy();
      const next = refusal === 'redirected' ? redirection(single(headers.location), url) : undefined;
      return {
        ok: false,
        reason: refusal,
        ...(refusal === 'type_not_allowed' ? {} : { status: statusCode }),
        ...(next === undefined ? {} : { next }),
      };
    }
    const read = await readLimited(body, single(headers['content-encoding']).trim().toLowerCase(), bytes ?? this.limits.bytes);
    return read.ok ? { ok: true, bytes: read.bytes, contentType, address: url.href } : read;
  }
}

type Attempt =
  | Extract<OutboundAnswer, { ok: true }>
  | (Extract<OutboundAnswer, { ok: false }> & { /** Where a redirect leads. */ next?: string });

function withoutNext(answer: Attempt): OutboundAnswer {
  if (answer.ok) return answer;
  const { next: _next, ...refusal } = answer;
  return refusal;
}

/** The absolute address of a `Location`, which may be relative (RFC 9110 §10.2.2). */
function redirection(location: string, from: URL): string | undefined {
  return location !== '' && canParseUrl(location, from.href) ? new URL(location, from).href : undefined;
}

function refuse(status: number, typeFits: boolean): OutboundRefusal | null {
  if (status >= 300 && status < 400) return 'redirected';
  if (status !== 200) return 'status_not_ok';
  return typeFits ? null : 'type_not_allowed';
}

function parsed(bytes: Buffer, contentType: string): OutboundJson {
  try {
    return { ok: true, body: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown, contentType };
  } catch {
    // Neither reason is worth telling apart: it is not JSON (RFC 8259 §8.1: UTF-8).
    return { ok: false, reason: 'not_json' };
  }
}

function single(header: string | string[] | undefined): string {
  return Array.isArray(header) ? header.join(',') : (header ?? '');
}

/** Whatever is not about address or time is the network's or the other side's failure to talk HTTP. */
function reasonOf(error: unknown): OutboundRefusal {
  if (error instanceof AddressNotAllowedError) return 'address_not_allowed';
  const timedOut = [errors.ConnectTimeoutError, errors.HeadersTimeoutError, errors.BodyTimeoutError].some(
    (type) => error instanceof type,
  );
  return timedOut || (error as { name?: unknown }).name === 'TimeoutError' ? 'timed_out' : 'unreachable';
}
