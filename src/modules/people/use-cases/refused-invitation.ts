import { Problem } from '../../../platform/http/problem.js';
import { invitationNotValid } from '../problems.js';

/** The same for unknown, revoked and expired ones. */
export function refusedInvitation(): Problem {
  return new Problem(invitationNotValid, {
    detail: 'It is too old, was taken back, or a newer one was sent. Ask who invited you for another.',
  });
}
