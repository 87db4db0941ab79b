import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../config/environment.js';

type BothSides = { request: Pick<FastifyRequest, 'headers'>; reply: unknown };

/** Kept in a frame for the site around it alone (CHIPS), where a browser keeps a usual cookie back. */
export const FRAMED = { path: '/', httpOnly: true, sameSite: 'none', secure: true, partitioned: true } as const;

/** The cookies that a request brought, and what its answer does to them. All are out of reach of scripts. */
export class CookieExchange {
  readonly headers: FastifyRequest['headers'];

  constructor(
    private readonly adapter: AbstractHttpAdapter,
    private readonly sides: BothSides,
  ) {
    this.headers = sides.request.headers;
  }

  set(name: string, value: string, attributes: object): void {
    this.adapter.setCookie(this.sides.reply, name, value, attributes);
  }

  clear(name: string, attributes: object): void {
    this.adapter.clearCookie(this.sides.reply, name, attributes);
  }
}

// Wrapped, because Fastify's reply is a promise of its own sending, which Nest would wait for before calling the method.
const TheExchange = createParamDecorator((_: unknown, context: ExecutionContext): BothSides => {
  const http = context.switchToHttp();
  return { request: http.getRequest<FastifyRequest>(), reply: http.getResponse<unknown>() };
});

/** A parameter of a route that means something by cookies. */
export function byCookies<T>(Meaning: new (exchange: CookieExchange, environment: Environment) => T): () => ParameterDecorator {
  @Injectable()
  class Reading implements PipeTransform<BothSides, T> {
    constructor(
      private readonly host: HttpAdapterHost,
      private readonly environment: Environment,
    ) {}

    transform(sides: BothSides): T {
      return new Meaning(new CookieExchange(this.host.httpAdapter, sides), this.environment);
    }
  }
  return () => TheExchange(Reading);
}
