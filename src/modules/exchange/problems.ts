import { defineProtocolProblem, problemsIn } from '../../platform/http/problem.js';
import { de } from './problems.de.js';

const defineProblem = problemsIn({ de });

export const malformedDocument = defineProtocolProblem(
  'exchange.malformed',
  400,
  'The request does not have the form that the protocol asks for',
);
export const unsupportedOption = defineProtocolProblem('exchange.unsupported_option', 400, 'An option is not supported here');
export const notIssuable = defineProtocolProblem('exchange.not_issuable', 422, 'The credential cannot be signed as it is');
export const notVerified = defineProtocolProblem('exchange.not_verified', 400, 'The credential does not verify');
export const backpackFull = defineProtocolProblem('exchange.backpack_full', 409, 'The backpack is full');
export const notClaimable = defineProblem('exchange.not_claimable', 409, 'The credential can no longer be handed over');
export const interactionOver = defineProblem('exchange.interaction_over', 410, 'The address was used, or its time is over');

// The last part of these codes is the standard's own error code (RFC 6749 §5.2, RFC 7591 §3.2.2, RFC 6750 §3.1).
export const invalidRequest = defineProtocolProblem('oauth.invalid_request', 400, 'The request lacks something or has too much');
export const invalidClient = defineProtocolProblem(
  'oauth.invalid_client',
  401,
  'The program is not known, or its secret is wrong',
);
export const invalidGrant = defineProtocolProblem(
  'oauth.invalid_grant',
  400,
  'The code or token is not valid, or was used before',
);
export const unsupportedGrantType = defineProtocolProblem('oauth.unsupported_grant_type', 400, 'Tokens are not given for this');
export const invalidRedirectUri = defineProtocolProblem('oauth.invalid_redirect_uri', 400, 'The redirect address cannot be used');
export const invalidClientMetadata = defineProtocolProblem(
  'oauth.invalid_client_metadata',
  400,
  'The program cannot be registered like this',
);
export const invalidToken = defineProtocolProblem('oauth.invalid_token', 401, 'The access token is missing, unknown or over');
export const insufficientScope = defineProtocolProblem('oauth.insufficient_scope', 403, 'The access token does not cover this');

// OID4VCI 1.0 §8.3.1.2
export const invalidProof = defineProtocolProblem('oid.invalid_proof', 400, 'The proof of the wallet’s key does not hold');
export const invalidNonce = defineProtocolProblem('oid.invalid_nonce', 400, 'The nonce is not one of ours, or is too old');
export const unknownConfiguration = defineProtocolProblem(
  'oid.unknown_credential_configuration',
  400,
  'Credentials of this configuration are not handed over here',
);
export const invalidCredentialRequest = defineProtocolProblem(
  'oid.invalid_credential_request',
  400,
  'The credential request is malformed',
);
export const credentialRequestDenied = defineProtocolProblem(
  'oid.credential_request_denied',
  400,
  'The credential cannot be handed over',
);
export const invalidNotification = defineProtocolProblem(
  'oid.invalid_notification_request',
  400,
  'The notification is malformed',
);
export const unknownNotification = defineProtocolProblem('oid.invalid_notification_id', 400, 'There is no such notification');
