import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../../../platform/config/environment.js';
import { frameCookieName } from '../../../platform/http/frame-permissions.js';
import { cookieNamed } from '../../../platform/http/session-tokens.js';
import { looksLikeSecret } from '../../../platform/secrets.js';

type Exchange = { request: Pick<FastifyRequest, 'headers'>; reply: unknown };

const BROWSER_SECONDS = 86_400;
const BY_SECONDS = 43_200;
// Kept for the platform's site alone (CHIPS), and brought along when the platform posts to us from its own pages.
const ATTRIBUTES = { path: '/', httpOnly: true, sameSite: 'none', secure: true, partitioned: true } as const;

/** What a browser keeps of launches: a secret that proves it is the one that began the login, and by which platform it came. */
export class LaunchCookies {
  private readonly name;
  private readonly byName;

  constructor(
    private readonly adapter: AbstractHttpAdapter,
    private readonly exchange: Exchange,
    { publicUrl }: Environment,
  ) {
    this.name = publicUrl.startsWith('https://') ? '__Host-cairn-lti' : 'cairn-lti';
    this.byName = frameCookieName(publicUrl);
  }

  get browserSecret(): string | null {
    const kept = cookieNamed(this.exchange.request.headers.cookie, this.name);
    return kept !== undefined && looksLikeSecret(kept) ? kept : null;
  }

  keepBrowserSecret(secret: string): void {
    this.adapter.setCookie(this.exchange.reply, this.name, secret, { ...ATTRIBUTES, maxAge: BROWSER_SECONDS });
  }

  /** From now on, pages of this platform may frame what the browser is answered. */
  cameBy(registrationId: string): void {
    this.adapter.setCookie(this.exchange.reply, this.byName, registrationId, { ...ATTRIBUTES, maxAge: BY_SECONDS });
  }
}

@Injectable()
export class LaunchCookiesPipe implements PipeTransform<Exchange, LaunchCookies> {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly environment: Environment,
  ) {}

  transform(exchange: Exchange): LaunchCookies {
    return new LaunchCookies(this.host.httpAdapter, exchange, this.environment);
  }
}

// Wrapped, because Fastify's reply is a promise of its own sending, which Nest would wait for before calling the method.
const BothSides = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const http = context.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<unknown>() };
});

/** The launch cookies of the request and its answer. */
export const Cookies = () => BothSides(LaunchCookiesPipe);
