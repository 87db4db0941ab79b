import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../../../platform/config/environment.js';
import { sessionCookieNames, sessionTokens } from '../../../platform/http/session-tokens.js';
import { ABSOLUTE_MS } from '../domain/session-terms.js';

type Exchange = { request: Pick<FastifyRequest, 'headers'>; reply: unknown };

/**
 * The cookie of the answer: out of reach of scripts. Usually never sent along from other sites; in a frame on one of the pages that may
 * show us, where a browser would keep such a cookie back, one that it keeps for that site alone (CHIPS).
 */
export class SessionCookie {
  private readonly names;
  private readonly brought;

  constructor(
    private readonly adapter: AbstractHttpAdapter,
    private readonly exchange: Exchange,
    private readonly environment: Pick<Environment, 'publicUrl' | 'CAIRN_FRAME_ORIGINS'>,
  ) {
    this.names = sessionCookieNames(environment.publicUrl);
    this.brought = sessionTokens(exchange.request.headers.cookie, this.names);
  }

  /** `framed`: whether the answer is shown in a frame, where whoever sets it knows. */
  set(token: string, framed = this.framed): void {
    const name = framed ? this.names.framed : this.names.own;
    this.adapter.setCookie(this.exchange.reply, name, token, { ...this.attributes(framed), maxAge: ABSOLUTE_MS / 1_000 });
    // Who signs in anew is one person here, not two.
    if (framed ? this.brought.own : this.brought.framed) this.forget(!framed);
  }

  clear(): void {
    if (this.brought.framed) this.forget(true);
    if (this.brought.own || !this.brought.framed) this.forget(false);
  }

  private forget(framed: boolean): void {
    const name = framed ? this.names.framed : this.names.own;
    this.adapter.clearCookie(this.exchange.reply, name, this.attributes(framed));
  }

  /** A page in a frame says so; what its scripts ask for does not, but brings its cookie along. */
  private get framed(): boolean {
    if (this.environment.CAIRN_FRAME_ORIGINS.length === 0) return false;
    if (this.exchange.request.headers['sec-fetch-dest'] === 'iframe') return true;
    return this.brought.own === undefined && this.brought.framed !== undefined;
  }

  private attributes(framed: boolean) {
    const shared = { path: '/', httpOnly: true } as const;
    if (framed) return { ...shared, sameSite: 'none', secure: true, partitioned: true } as const;
    return { ...shared, sameSite: 'lax', secure: this.names.own.startsWith('__Host-') } as const;
  }
}

@Injectable()
export class SessionCookiePipe implements PipeTransform<Exchange, SessionCookie> {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly environment: Environment,
  ) {}

  transform(exchange: Exchange): SessionCookie {
    return new SessionCookie(this.host.httpAdapter, exchange, this.environment);
  }
}

// Wrapped, because Fastify's reply is a promise of its own sending, which Nest would wait for before calling the method.
const BothSides = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<unknown>() };
});

/** The session cookie of the answer, to set or clear. */
export const AnswerCookie = () => BothSides(SessionCookiePipe);
