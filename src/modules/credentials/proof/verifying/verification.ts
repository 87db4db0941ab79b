import { dateTimeStamp } from '../../domain/date-time.js';
import type { JsonObject } from '../../domain/json.js';
import type { DocumentFaultReason } from './document-fault.js';

/** The axes a report shows one by one: "expired but authentic" is a fair answer, and only all of them together mean `verified`. */
export type CheckName = 'context' | 'schema' | 'proof' | 'issuer' | 'validity' | 'status' | 'subject';

/** `unknown`: it could not be checked here, which is neither good nor bad news, and not verified either. */
export type Outcome = 'passed' | 'failed' | 'unknown';

export interface CheckResult {
  readonly check: CheckName;
  readonly outcome: Outcome;
  readonly reason?: VerificationReason;
  /** English words for a technical reader; may quote the document, so escape them. */
  readonly detail?: string;
  /** The moment that the reason is about, where `detail` says nothing else. */
  readonly at?: Date;
}

export interface Verification {
  readonly verified: boolean;
  /** One result for each axis. */
  readonly checks: readonly CheckResult[];
  /** The document that was looked at, when it could be read at all. */
  readonly credential?: JsonObject;
  readonly format?: CredentialFormat;
  /** The host for which the issuer's identity is proven; absent when it is a bare key (did:key), or not proven. */
  readonly provenFor?: string;
}

export type CredentialFormat = 'open-badge-3' | 'open-badge-2' | 'verifiable-credential';

export type Resolved =
  | { readonly ok: true; readonly document: unknown }
  | { readonly ok: false; readonly reason: string; readonly detail?: string };

/**
 * Brings what stands behind an issuer's id (a DID or an https URL), a key's or a status list's URL: parsed JSON, better `settle`d where it
 * is kept, or the text of a compact JWS. Its failures are values.
 */
export type Resolve = (id: string) => Promise<Resolved>;

export interface VerifyOptions {
  readonly resolve: Resolve;
  readonly now: Date;
  /** What the proof must have been made for; a proof without it, or with another, is refused. */
  readonly domain?: string;
  readonly challenge?: string;
  /** Aborted when the time for the whole verification is over; what was not checked until then is unknown. */
  readonly limit?: { readonly aborted: boolean };
  /** What the proof must be for: to assert a credential unless said otherwise; a holder authenticates with a presentation. */
  readonly purpose?: ProofPurpose;
}

export type ProofPurpose = 'assertionMethod' | 'authentication';

export type VerificationReason =
  | DocumentFaultReason
  | ReadFault
  | 'not-checked'
  | 'time-over'
  | 'context-missing'
  | 'context-order'
  | 'context-item'
  | 'context-unknown'
  | 'context-inline'
  | 'context-nested'
  | 'credential-malformed'
  | 'badge-malformed'
  | 'endorsement-malformed'
  | 'related-resource-mismatch'
  | 'related-resource-unchecked'
  | 'proof-missing'
  | 'proof-malformed'
  | 'proof-type-unsupported'
  | 'cryptosuite-unsupported'
  | 'cryptosuite-misspelt'
  | 'proof-purpose'
  | 'proof-date'
  | 'proof-expired'
  | 'proof-domain'
  | 'proof-challenge'
  | 'proof-value'
  | 'previous-proof-missing'
  | 'not-canonicalizable'
  | 'signature-wrong'
  | 'proof-context'
  | 'token-malformed'
  | 'token-type'
  | 'token-extension'
  | 'token-payload'
  | 'token-claim-mismatch'
  | 'algorithm-not-allowed'
  | 'key-in-header'
  | 'key-not-named'
  | 'key-of-another-kind'
  | 'hosted'
  | 'hosted-address-missing'
  | 'hosted-unreachable'
  | 'hosted-malformed'
  | 'hosted-of-another'
  | 'hosted-differs'
  | 'badge-class-unreachable'
  | 'badge-class-of-another'
  | 'issuer-of-another-origin'
  | 'key-unreachable'
  | 'key-of-another'
  | 'old-format'
  | 'subject-not-named'
  | 'subject-of-another'
  | 'issuer-unreachable'
  | 'issuer-document-malformed'
  | 'issuer-document-of-another'
  | 'method-of-another'
  | 'method-missing'
  | 'method-not-authorized'
  | 'key-encoding'
  | 'key-revoked'
  | 'key-expired'
  | 'key-compromised'
  | 'not-yet-valid'
  | 'expired'
  | 'no-status'
  | 'presentation-malformed'
  | 'holder-of-another'
  | 'revoked'
  | 'suspended'
  | 'superseded'
  | 'withdrawn'
  | 'status-malformed'
  | 'status-type-unsupported'
  | 'status-purpose-unsupported'
  | 'status-list-unreachable'
  | 'status-list-unverified'
  | 'status-list-of-another'
  | 'status-list-purpose'
  | 'status-list-malformed'
  | 'status-list-encoding'
  | 'status-list-too-large'
  | 'status-list-too-short'
  | 'status-index-out-of-range';

/** Why nothing to verify could be read from what was brought. */
export type ReadFault =
  | 'file-unknown'
  | 'file-too-large'
  | 'nothing-inside'
  | 'two-inside'
  | 'key-repeated'
  | 'png-malformed'
  | 'png-checksum'
  | 'svg-malformed'
  | 'pdf-encrypted'
  | 'pdf-malformed'
  | 'inflates-too-far'
  | 'address-refused';

export function passed(check: CheckName, reason?: VerificationReason): CheckResult {
  return reason === undefined ? { check, outcome: 'passed' } : { check, outcome: 'passed', reason };
}

export function failed(check: CheckName, reason: VerificationReason, detail?: string): CheckResult {
  return detail === undefined ? { check, outcome: 'failed', reason } : { check, outcome: 'failed', reason, detail };
}

export function unknown(check: CheckName, reason: VerificationReason, detail?: string): CheckResult {
  return detail === undefined ? { check, outcome: 'unknown', reason } : { check, outcome: 'unknown', reason, detail };
}

/** As `failed`, for a reason that is about a moment. */
export function failedAt(
  check: CheckName,
  reason: VerificationReason,
  at: Date,
  detail: (moment: string) => string,
): CheckResult {
  return { ...failed(check, reason, detail(dateTimeStamp(at))), at };
}
