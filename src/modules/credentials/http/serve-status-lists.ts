import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { covers } from '../../../platform/http/cached-answer.js';
import { RawRoutes } from '../../../platform/http/raw-routes.js';
import { StatusListBytes } from '../use-cases/status/status-list-bytes.js';
import { openToAll, VC_TYPE } from './public-answers.js';

/** Verifiers that ask again within the second may be told what was so a second ago. */
export const LIST_CACHING = 'public, max-age=1, must-revalidate';

/** Answers status lists that are in memory: no SQL, the stored bytes as they are. The first to ask for one is left to the controller. */
@Injectable()
export class ServeStatusLists {
  constructor(
    routes: RawRoutes,
    private readonly lists: StatusListBytes,
  ) {
    routes.answer('/status-lists/:id', (request, reply) => this.fromMemory(request, reply));
  }

  private fromMemory(request: FastifyRequest, reply: FastifyReply): boolean {
    const list = this.lists.find((request.params as { id: string }).id);
    if (!list) return false;
    openToAll(reply).header('etag', list.etag).header('cache-control', LIST_CACHING);
    if (covers(request.headers['if-none-match'], list.etag)) void reply.status(304).send();
    else void reply.header('content-type', VC_TYPE).send(list.body);
    return true;
  }
}
