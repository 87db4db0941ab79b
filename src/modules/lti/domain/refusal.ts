/**
 * Why a message of a platform is not believed. The code goes into the log and onto the page; the claim says where an administrator looks.
 * What the other side wrote is never part of it.
 */
export interface LtiRefusal {
  code: LtiRefusalCode;
  claim?: string;
}

export const LTI_REFUSALS = {
  token_malformed: 'What the platform sent is not a signed message.',
  algorithm_not_allowed: 'The message is signed by a method that is not allowed for this platform.',
  key_unnamed: 'The message does not say by which key it is signed.',
  key_unknown: 'The platform’s key set does not have the key by which the message is signed.',
  keys_unreachable: 'The platform’s key set cannot be read at the registered address.',
  signature_wrong: 'The signature of the message does not hold.',
  claim_missing: 'The message lacks something that the standard asks for.',
  claim_malformed: 'Something in the message has a form that the standard does not allow.',
  issuer_wrong: 'The message comes from another platform than the login.',
  audience_wrong: 'The message is meant for another tool.',
  audience_untrusted: 'The message is meant for others as well, who are not known here.',
  authorized_party_wrong: 'The message names another tool as the one it was made for.',
  expired: 'The message is too old.',
  issued_in_the_future: 'The message is from the future: one of the two clocks is wrong.',
  nonce_wrong: 'The message does not belong to this login.',
  version_unsupported: 'The message is of another version of LTI than 1.3.0.',
  message_type_unsupported: 'The message is of a kind that is not understood here.',
  target_foreign: 'The message leads to an address that is not ours.',
  deployment_unknown: 'The deployment is not approved here yet.',
  state_unknown: 'The login is unknown, was used before or is too old.',
  browser_other: 'The login was started in another browser.',
  browser_unknown: 'Your browser brought no cookie of this login: it keeps none, or the login was started in another one.',
  platform_unknown: 'No platform with this issuer and client id is registered.',
  client_ambiguous: 'Several registrations have this issuer, and the login does not say which one is meant.',
  registration_inactive: 'The registration is not active.',
  platform_error: 'The platform refused the login.',
  anonymous: 'The platform does not say who the person is.',
  login_incomplete: 'The login lacks something that the standard asks for.',
  suspended: 'The person is suspended here.',
  not_staff: 'Only who teaches in the course may do this.',
  target_unknown: 'What the link shows is not there, or was never published.',
} as const;

export type LtiRefusalCode = keyof typeof LTI_REFUSALS;
