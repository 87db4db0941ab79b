import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest, HookHandlerDoneFunction, RouteOptions } from 'fastify';

/** Answers a request by itself, or leaves it to the route's controller: `false`. May throw a Problem, as controllers do. */
export type RawAnswer = (request: FastifyRequest, reply: FastifyReply) => boolean | Promise<boolean>;

type Hook = (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => void;

/**
 * Routes that are answered before Nest is reached: no guard, no pipe, no interceptor. They are routes of controllers all the same, which
 * describe them and take what is left to them. The hooks of the whole application have run by then: security headers, request id,
 * refusal of addresses, shutdown. Errors go the way of all errors, to `ProblemFilter`.
 */
@Injectable()
export class RawRoutes implements OnApplicationBootstrap {
  private readonly reads = new Map<string, Hook>();
  private readonly posts = new Map<string, Hook>();
  private readonly met = new Set<Hook>();

  /** Commands put the modules together without a server: then there is nothing to answer. */
  private readonly server: boolean;

  constructor(host: HttpAdapterHost) {
    const httpAdapter = host.httpAdapter as HttpAdapterHost['httpAdapter'] | null;
    this.server = httpAdapter !== null;
    httpAdapter?.getInstance<FastifyInstance>().addHook('onRoute', (route) => this.prepend(route));
  }

  /** For GET and HEAD of a path as the router has it (`/status-lists/:id`). To be called while the application is put together. */
  answer(path: string, by: RawAnswer): void {
    this.reads.set(path, hookOf(by));
  }

  /** For POST, when the body has been read: by the parsers and within the limits of all bodies. */
  answerPost(path: string, by: RawAnswer): void {
    this.posts.set(path, hookOf(by));
  }

  get paths(): string[] {
    return [...this.reads.keys(), ...this.posts.keys()];
  }

  onApplicationBootstrap(): void {
    if (!this.server) return;
    const strays = [...this.reads, ...this.posts].filter(([, hook]) => !this.met.has(hook)).map(([path]) => path);
    if (strays.length > 0) throw new Error(`Raw routes that no controller describes: ${strays.join(', ')}`);
  }

  private prepend(route: RouteOptions): void {
    const methods = [route.method].flat();
    const read = methods.every((method) => method === 'GET' || method === 'HEAD') && this.reads.get(route.url);
    const post = methods.every((method) => method === 'POST') && this.posts.get(route.url);
    // The twin for HEAD is made from the route for GET, hooks and all.
    if (read) route.onRequest = [...[route.onRequest ?? []].flat().filter((hook) => hook !== read), this.meet(read)];
    if (post) route.preHandler = [...[route.preHandler ?? []].flat(), this.meet(post)];
  }

  private meet(hook: Hook): Hook {
    this.met.add(hook);
    return hook;
  }
}

function hookOf(by: RawAnswer): Hook {
  return (request, reply, done) => {
    let answered: boolean | Promise<boolean>;
    try {
      answered = by(request, reply);
    } catch (error) {
      done(error as Error);
      return;
    }
    if (answered === false) done();
    else if (answered !== true) void finish(answered, done);
  };
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
