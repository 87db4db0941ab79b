import { Injectable } from '@nestjs/common';
import { problemOf, type ServiceFailure } from '../../domain/service-problem.js';
import { PlatformHttp } from '../platform-http.js';
import { type Platform, PlatformToken } from './platform-token.js';

export interface ServiceCall {
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  /** Those that the context gave leave for, as far as the call could use them. */
  scopes: readonly string[];
  /** One of them is needed. */
  needed: readonly string[];
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** How much of the answer is read, when it is not the usual limit. */
  bytes?: number;
  signal?: AbortSignal | undefined;
}

export interface ServiceReply {
  ok: true;
  headers: Readonly<Record<string, string>>;
  text: string;
}

/** Calls services of platforms with a token; one that has run out early is asked for anew, once. What can go wrong there is a value. */
@Injectable()
export class PlatformServices {
  constructor(
    private readonly tokens: PlatformToken,
    private readonly http: PlatformHttp,
  ) {}

  async call(platform: Platform, call: ServiceCall): Promise<ServiceReply | ServiceFailure> {
    if (!call.needed.some((scope) => call.scopes.includes(scope))) return failure('scope_missing');
    const token = await this.tokens.of(platform, call.scopes);
    if (!token.ok) return token;
    if (!call.needed.some((scope) => token.scopes.has(scope))) return failure('scope_missing');
    const first = await this.attempt(call, token.value);
    if (first.ok || first.problem !== 'unauthorized') return first;
    const fresh = await this.tokens.of(platform, call.scopes, token.value);
    return fresh.ok ? this.attempt(call, fresh.value) : fresh;
  }

  /** As `call`, with what a JSON document says. */
  async read(
    platform: Platform,
    call: Omit<ServiceCall, 'method'>,
  ): Promise<{ ok: true; headers: ServiceReply['headers']; body: unknown; bytes: number } | ServiceFailure> {
    const reply = await this.call(platform, { ...call, method: 'GET' });
    if (!reply.ok) return reply;
    try {
      return { ok: true, headers: reply.headers, body: JSON.parse(reply.text) as unknown, bytes: reply.text.length };
    } catch {
      return failure('unreadable');
    }
  }

  private async attempt(
    { method, url, headers, body, bytes, signal }: ServiceCall,
    token: string,
  ): Promise<ServiceReply | ServiceFailure> {
    const answer = await this.http.call(url, {
      method,
      headers: { ...headers, authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body }),
      ...(bytes === undefined ? {} : { bytes }),
      ...(signal ? { signal } : {}),
    });
    if (!answer.ok) return failure(answer.reason === 'too_large' ? 'unreadable' : 'unreachable');
    const problem = problemOf(answer.status);
    if (problem) return failure(problem, answer.headers['retry-after'] ?? null);
    // The page of a proxy or a sign-in: what was sent has not arrived.
    if (/^text\/html\b/i.test(answer.headers['content-type'] ?? '')) return failure('unreadable');
    return { ok: true, headers: answer.headers, text: answer.text };
  }
}

function failure(problem: ServiceFailure['problem'], retryAfter: string | null = null): ServiceFailure {
  return { ok: false, problem, retryAfter };
}
