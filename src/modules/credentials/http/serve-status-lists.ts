import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { covers } from '../../../platform/http/cached-answer.js';
import { StatusListBytes } from '../use-cases/status/status-list-bytes.js';
import { openToAll, VC_TYPE } from './public-answers.js';

const ROUTE = '/status-lists/:id';

/** Verifiers that ask again within the second may be told what was so a second ago. */
export const LIST_CACHING = 'public, max-age=1, must-revalidate';

/**
 * Answers status lists that are in memory before Nest is reached: no guard, no interceptor, no SQL, the stored bytes as they are. The
 * hooks of the whole application (security headers, request id, shutdown) have run by then. What is not in memory, and every refusal,
 * is left to the controller, which also describes the route.
 */
@Injectable()
export class ServeStatusLists {
  constructor({ httpAdapter }: HttpAdapterHost, lists: StatusListBytes) {
    const fromMemory: onRequestHookHandler = (request, reply, done) => {
      const list = lists.find((request.params as { id: string }).id);
      if (!list) {
        done();
        return;
      }
      openToAll(reply).header('etag', list.etag).header('cache-control', LIST_CACHING);
      if (covers(request.headers['if-none-match'], list.etag)) void reply.status(304).send();
      else void reply.header('content-type', VC_TYPE).send(list.body);
    };
    httpAdapter.getInstance<FastifyInstance>().addHook('onRoute', (route) => {
      if (route.url !== ROUTE) return;
      // The twin for HEAD is made from the route for GET, hooks and all.
      const hooks = [route.onRequest ?? []].flat().filter((hook) => hook !== fromMemory);
      route.onRequest = [...hooks, fromMemory];
    });
  }
}
