import type { FastifyReply } from 'fastify';

/** Lets pages of every origin read the answer. */
export function openToAll(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}
