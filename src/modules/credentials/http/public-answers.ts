import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { covers } from '../../../platform/http/cached-answer.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { isIndexed, type Visibility } from '../domain/visibility.js';
import type { JwtType } from './wants-jwt.js';

export const VC_TYPE = 'application/vc+ld+json; charset=utf-8';

/** Verifiers run anywhere, also in the pages of other sites; what they read here is public and needs no cookie. */
export function openToAll(reply: FastifyReply): FastifyReply {
  return reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
}

/** What holds of a credential's address in each of its forms, and where there is nothing. */
export function atItsAddress(reply: FastifyReply, credential: { visibility: Visibility } | null): FastifyReply {
  if (!credential || !isIndexed(credential.visibility)) void reply.header('x-robots-tag', 'noindex');
  return reply.header('vary', 'accept');
}

export function missingCredential(): Problem {
  return new Problem(notFound, { detail: 'There is no credential here. Was the address copied whole?' });
}

/** The bytes that were signed. `undefined`, and a 304: who asks has these very bytes already. */
export function signedBytes(
  request: FastifyRequest,
  reply: FastifyReply,
  { signed, signedSha256 }: { signed: string; signedSha256: string },
): string | undefined {
  return unlessKnown(request, reply, `"${signedSha256}"`, VC_TYPE, signed);
}

/** A VC-JWT, as `signedBytes`. Its ETag is another one than the document's, because it is another form of it (RFC 9110 §8.8.3). */
export function compactJws(request: FastifyRequest, reply: FastifyReply, jws: string, type: JwtType): string | undefined {
  return unlessKnown(request, reply, `"${createHash('sha256').update(jws).digest('hex')}"`, type, jws);
}

function unlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  etag: string,
  type: string,
  bytes: string,
): string | undefined {
  openToAll(reply).header('cache-control', 'no-cache').header('etag', etag);
  if (covers(request.headers['if-none-match'], etag)) {
    void reply.status(304);
    return undefined;
  }
  void reply.header('content-type', type);
  return bytes;
}
