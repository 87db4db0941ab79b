import { defineProblem } from '../../platform/http/problem.js';

export const malformedDocument = defineProblem(
  'exchange.malformed',
  400,
  'The request does not have the form that the protocol asks for',
);
export const unsupportedOption = defineProblem('exchange.unsupported_option', 400, 'An option is not supported here');
export const notIssuable = defineProblem('exchange.not_issuable', 422, 'The credential cannot be signed as it is');
export const notVerified = defineProblem('exchange.not_verified', 400, 'The credential does not verify');
export const backpackFull = defineProblem('exchange.backpack_full', 409, 'The backpack is full');
export const notClaimable = defineProblem('exchange.not_claimable', 409, 'The credential can no longer be handed over');
export const interactionOver = defineProblem('exchange.interaction_over', 410, 'The address was used, or its time is over');

// The last part of these codes is the standard's own error code (RFC 6749 §5.2, RFC 7591 §3.2.2, RFC 6750 §3.1).
export const invalidRequest = defineProblem('oauth.invalid_request', 400, 'The request lacks something or has too much');
export const invalidClient = defineProblem('oauth.invalid_client', 401, 'The program is not known, or its secret is wrong');
export const invalidGrant = defineProblem('oauth.invalid_grant', 400, 'The code or token is not valid, or was used before');
export const unsupportedGrantType = defineProblem('oauth.unsupported_grant_type', 400, 'Tokens are not given for this');
export const invalidRedirectUri = defineProblem('oauth.invalid_redirect_uri', 400, 'The redirect address cannot be used');
export const invalidClientMetadata = defineProblem(
  'oauth.invalid_client_metadata',
  400,
  'The program cannot be registered like this',
);
export const invalidToken = defineProblem('oauth.invalid_token', 401, 'The access token is missing, unknown or over');
export const insufficientScope = defineProblem('oauth.insufficient_scope', 403, 'The access token does not cover this');

// OID4VCI 1.0 §8.3.1.2
export const invalidProof = defineProblem('oid.invalid_proof', 400, 'The proof of the wallet’s key does not hold');
export const invalidNonce = defineProblem('oid.invalid_nonce', 400, 'The nonce is not one of ours, or is too old');
export const unknownConfiguration = defineProblem(
  'oid.unknown_credential_configuration',
  400,
  'Credentials of this configuration are not handed over here',
);
export const invalidCredentialRequest = defineProblem(
  'oid.invalid_credential_request',
  400,
  'The credential request is malformed',
);
export const credentialRequestDenied = defineProblem(
  'oid.credential_request_denied',
  400,
  'The credential cannot be handed over',
);
export const invalidNotification = defineProblem('oid.invalid_notification_request', 400, 'The notification is malformed');
export const unknownNotification = defineProblem('oid.invalid_notification_id', 400, 'There is no such notification');
