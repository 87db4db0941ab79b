import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestWithAccess } from './access.js';

const BEARER = 'Bearer realm="Cairn"';

/**
 * RFC 9110 §15.5.2: every 401 says how to come in, whoever sends it. A session has no scheme of its own, and `Bearer` opens no dialog
 * in a browser, as `Basic` would. An answer that says it already, such as the one of a token endpoint, knows better.
 */
export function challengeUnknown(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode === 401 && !reply.hasHeader('www-authenticate'))
      void reply.header('www-authenticate', unknownChallenge(request));
    done(null, payload);
  });
}

/** RFC 6750 §3.1: an error only where there was a token, and it was the token that was at fault. */
function unknownChallenge({ headers, signedIn }: FastifyRequest & RequestWithAccess): string {
  const sent = /^Bearer(\s|$)/i.test(headers.authorization ?? '');
  return sent && !signedIn ? `${BEARER}, error="invalid_token"` : BEARER;
}

/** The token is good, and does not reach here (RFC 6750 §3.1). */
export function scopeChallenge(scope: unknown): string {
  const known = typeof scope === 'string' && /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(scope);
  return `${BEARER}, error="insufficient_scope"${known ? `, scope="${scope}"` : ''}`;
}
