import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import { Environment } from '../../../platform/config/environment.js';
import { sessionCookieName } from '../../../platform/http/access-guard.js';
import { ABSOLUTE_MS } from '../domain/session-terms.js';

/** The cookie of the answer: out of reach of scripts, never sent along by forms of other sites. */
export class SessionCookie {
  constructor(
    private readonly adapter: AbstractHttpAdapter,
    private readonly reply: unknown,
    private readonly publicUrl: string,
  ) {}

  set(token: string): void {
    this.adapter.setCookie(this.reply, this.name, token, { ...this.attributes, maxAge: ABSOLUTE_MS / 1_000 });
  }

  clear(): void {
    this.adapter.clearCookie(this.reply, this.name, this.attributes);
  }

  private get name() {
    return sessionCookieName(this.publicUrl);
  }

  private get attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.name.startsWith('__Host-') } as const;
  }
}

@Injectable()
export class SessionCookiePipe implements PipeTransform<{ reply: unknown }, SessionCookie> {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly environment: Environment,
  ) {}

  transform({ reply }: { reply: unknown }): SessionCookie {
    return new SessionCookie(this.host.httpAdapter, reply, this.environment.publicUrl);
  }
}

// Wrapped, because Fastify's reply is a promise of its own sending, which Nest would wait for before calling the method.
const Reply = createParamDecorator((_: unknown, context: ExecutionContext) => ({
  reply: context.switchToHttp().getResponse<unknown>(),
}));

/** The session cookie of the answer, to set or clear. */
export const AnswerCookie = () => Reply(SessionCookiePipe);
