import { parseDateTimeStamp } from '../../domain/date-time.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { isUri } from '../../domain/uri.js';
import { decodeBase58 } from '../keys/base58.js';
import { CRYPTOSUITE } from '../proof-options.js';
import { type CheckResult, failed, failedAt, unknown, type VerifyOptions } from './verification.js';

/** A proof whose form is right; whether it holds is not yet known. */
export interface ReadProof {
  readonly proof: JsonObject;
  readonly cryptosuite: CheckedCryptosuite;
  readonly verificationMethod: string;
  readonly signature: Uint8Array;
  /** The earlier proofs of a chain, which this one covers as well. */
  readonly previous: readonly JsonObject[];
}

/**
 * The suites of VC Data Integrity EdDSA §3: over the RDF of the document, or over its JSON; and the suite before them, which is the first
 * one under a type of its own and never made here.
 */
export type CheckedCryptosuite = 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' | 'Ed25519Signature2020';

export type ReadProofs =
  | { readonly proofs: readonly ReadProof[]; readonly fault?: undefined }
  | { readonly proofs?: undefined; readonly fault: CheckResult };

const OLD_TYPE = 'Ed25519Signature2020';
const maxProofs = 8;
const signatureLength = 64;

/** Reads the proof, or every proof of a set or chain, of a document. One bad proof spoils all (VC Data Integrity §4.2–4.5). */
export function readProofs(document: JsonObject, options: VerifyOptions): ReadProofs {
  const entries = asList(document.proof);
  if (entries.length === 0) return { fault: failed('proof', 'proof-missing', 'There is no proof.') };
  if (entries.length > maxProofs)
    return { fault: failed('proof', 'proof-malformed', `There are more than ${maxProofs} proofs.`) };
  if (!entries.every(isJsonObject)) return { fault: failed('proof', 'proof-malformed', 'A proof is not an object.') };
  const proofs: ReadProof[] = [];
  for (const proof of entries.filter(isJsonObject)) {
    const fault = kindFault(proof, options) ?? dateFault(proof, options.now) ?? audienceFault(proof, options);
    if (fault) return { fault };
    const read = readProof(proof, entries.filter(isJsonObject));
    if ('check' in read) return { fault: read };
    proofs.push(read);
  }
  return { proofs };
}

function kindFault(
  { type, cryptosuite, proofPurpose }: JsonObject,
  { purpose = 'assertionMethod' }: VerifyOptions,
): CheckResult | undefined {
  if (typeof type !== 'string') return failed('proof', 'proof-malformed', 'A proof has no type.');
  if (type !== 'DataIntegrityProof' && type !== OLD_TYPE)
    return unknown('proof', 'proof-type-unsupported', `Proofs of type ${type} are not checked here.`);
  const suiteFault = type === OLD_TYPE ? undefined : cryptosuiteFault(cryptosuite);
  if (suiteFault || proofPurpose === purpose) return suiteFault;
  return failed('proof', 'proof-purpose', `The proof was not made for ${purpose}.`);
}

function cryptosuiteFault(cryptosuite: JsonValue | undefined): CheckResult | undefined {
  if (typeof cryptosuite !== 'string') return failed('proof', 'proof-malformed', 'A proof has no cryptosuite.');
  if (cryptosuite === 'eddsa-rdf-2022') {
    return failed('proof', 'cryptosuite-misspelt', `Its cryptosuite is called eddsa-rdf-2022, a misprint of ${CRYPTOSUITE}.`);
  }
  return isChecked(cryptosuite) ? undefined : unknown('proof', 'cryptosuite-unsupported', `${cryptosuite} is not checked here.`);
}

function isChecked(cryptosuite: JsonValue | undefined): cryptosuite is 'eddsa-rdfc-2022' | 'eddsa-jcs-2022' {
  return cryptosuite === CRYPTOSUITE || cryptosuite === 'eddsa-jcs-2022';
}

function dateFault({ created, expires }: JsonObject, now: Date): CheckResult | undefined {
  const expiry = parseDateTimeStamp(expires);
  if ((created !== undefined && !parseDateTimeStamp(created)) || (expires !== undefined && !expiry)) {
    return failed('proof', 'proof-date', 'A date of the proof is not a date and time with a zone.');
  }
  return expiry && expiry <= now
    ? failedAt('proof', 'proof-expired', expiry, (moment) => `The proof expired at ${moment}.`)
    : undefined;
}

function audienceFault(proof: JsonObject, expected: VerifyOptions): CheckResult | undefined {
  const domains = asList(proof.domain);
  const wrongDomain = expected.domain !== undefined && !domains.includes(expected.domain);
  if (wrongDomain || !domains.every((domain) => typeof domain === 'string')) {
    return failed('proof', 'proof-domain', 'The proof was made for another domain, or for none.');
  }
  const wrongChallenge = expected.challenge !== undefined && proof.challenge !== expected.challenge;
  if (wrongChallenge || !(proof.challenge === undefined || typeof proof.challenge === 'string')) {
    return failed('proof', 'proof-challenge', 'The proof does not answer the challenge.');
  }
  return undefined;
}

function readProof(proof: JsonObject, all: readonly JsonObject[]): ReadProof | CheckResult {
  const { verificationMethod, proofValue } = proof;
  const cryptosuite = proof.type === OLD_TYPE ? OLD_TYPE : proof.cryptosuite;
  if (!(cryptosuite === OLD_TYPE || isChecked(cryptosuite)) || !isUri(verificationMethod) || !verificationMethod.includes('#')) {
    return failed('proof', 'proof-malformed', 'The proof does not name its key.');
  }
  const signature = readSignature(proofValue);
  if (!signature) return failed('proof', 'proof-value', `The proof value is not ${signatureLength} bytes in base58.`);
  const previous = linkedProofs(proof, all);
  if (!previous) return failed('proof', 'previous-proof-missing', 'An earlier proof of the chain is not in the document.');
  return { proof, cryptosuite, verificationMethod, signature, previous };
}

function readSignature(value: JsonValue | undefined): Uint8Array | undefined {
  if (typeof value !== 'string' || !value.startsWith('z')) return undefined;
  const signature = decodeBase58(value.slice(1), 100);
  return signature?.length === signatureLength ? signature : undefined;
}

function linkedProofs({ previousProof }: JsonObject, all: readonly JsonObject[]): readonly JsonObject[] | undefined {
  const ids = asList(previousProof);
  const linked = all.filter(({ id }) => id !== undefined && ids.includes(id));
  return ids.every((id) => linked.some((proof) => proof.id === id)) ? linked : undefined;
}
