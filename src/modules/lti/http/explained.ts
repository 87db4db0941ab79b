import type { Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { page, type PageAnswer } from '../../../platform/http/page.js';
import { letFrame } from '../../../platform/http/security-headers.js';
import { RefusedMessage } from '../use-cases/launch/refused-message.js';
import { refusedMessagePage } from './pages/refused-message-page.js';

/** What a platform calls its own fault; anything else is not repeated. */
const SAFE = /^[\w.:/-]{1,100}$/;

/** Answers a refusal by a page that says what happened and who can do something about it, with a line in the log. */
export async function explained(
  log: Logger,
  request: FastifyRequest,
  reply: FastifyReply,
  work: () => Promise<PageAnswer>,
): Promise<PageAnswer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RefusedMessage)) throw error;
    const { refusal, registrationId } = error;
    const claim = refusal.claim !== undefined && SAFE.test(refusal.claim) ? refusal.claim : undefined;
    log.warn({ what: 'lti message refused', code: refusal.code, claim, registrationId, request: request.id });
    // It holds nothing and does nothing, and whoever sees it must be able to read it, wherever it is shown.
    letFrame(reply, ['*']);
    return page(refusedMessagePage({ code: refusal.code, claim, request: request.id }), statusOf(refusal.code));
  }
}

function statusOf(code: RefusedMessage['refusal']['code']): number {
  if (code === 'suspended' || code === 'not_staff' || code === 'deployment_unknown' || code === 'registration_inactive')
    return 403;
  if (code === 'keys_unreachable') return 502;
  return code === 'target_unknown' || code === 'platform_unknown' ? 404 : 400;
}
