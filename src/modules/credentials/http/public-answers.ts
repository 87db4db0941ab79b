import type { FastifyReply } from 'fastify';

export const VC_TYPE = 'application/vc+ld+json; charset=utf-8';

/** Verifiers run anywhere, also in the pages of other sites; what they read here is public and needs no cookie. */
export function openToAll(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}
