import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify';

/** Answers a request by itself, or leaves it to the route's controller: `false`. May throw a Problem, as controllers do. */
export type RawAnswer = (request: FastifyRequest, reply: FastifyReply) => boolean | Promise<boolean>;

/**
 * Routes that are answered before Nest is reached: no guard, no pipe, no interceptor. They are routes of controllers all the same, which
 * describe them and take what is left to them. The hooks of the whole application have run by then: security headers, request id,
 * refusal of addresses, shutdown. Errors go the way of all errors, to `ProblemFilter`.
 */
@Injectable()
export class RawRoutes implements OnApplicationBootstrap {
  private readonly answers = new Map<string, onRequestHookHandler>();
  private readonly met = new Set<string>();

  /** Commands put the modules together without a server: then there is nothing to answer. */
  private readonly server: boolean;

  constructor(host: HttpAdapterHost) {
    const httpAdapter = host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    this.server = httpAdapter !== null;
    httpAdapter?.getInstance<FastifyInstance>().addHook('onRoute', (route) => this.prepend(route));
  }

  /** For GET and HEAD of a path as the router has it (`/status-lists/:id`). To be called while the application is put together. */
  answer(path: string, by: RawAnswer): void {
    this.answers.set(path, (request, reply, done) => {
      let answered: boolean | Promise<boolean>;
      try {
        answered = by(request, reply);
      } catch (error) {
        done(error as Error);
        return;
      }
      if (answered === false) done();
      else if (answered !== true) void finish(answered, done);
    });
  }

  get paths(): string[] {
    return [...this.answers.keys()];
  }

  onApplicationBootstrap(): void {
    if (!this.server) return;
    const strays = this.paths.filter((path) => !this.met.has(path));
    if (strays.length > 0) throw new Error(`Raw routes that no controller describes: ${strays.join(', ')}`);
  }

  private prepend(route: RouteOptions): void {
    const answer = this.answers.get(route.url);
    const reads = [route.method].flat().every((method) => method === 'GET' || method === 'HEAD');
    if (!answer || !reads) return;
    this.met.add(route.url);
    // The twin for HEAD is made from the route for GET, hooks and all.
    const hooks = [route.onRequest ?? []].flat().filter((hook) => hook !== answer);
    route.onRequest = [...hooks, answer];
  }
}

async function finish(answered: Promise<boolean>, done: (error?: Error) => void): Promise<void> {
  let over: boolean;
  try {
    over = await answered;
  } catch (error) {
    done(error as Error);
    return;
  }
  if (!over) done();
}
