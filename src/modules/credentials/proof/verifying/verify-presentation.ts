import { asList, isJsonObject, type JsonObject } from '../../domain/json.js';
import { isUri } from '../../domain/uri.js';
import { documentFault } from './document-fault.js';
import { readProofs } from './proof-shape.js';
import { allPassed } from './outcomes.js';
import { type CheckResult, failed, passed, unknown, type VerifyOptions } from './verification.js';
import { checkContext } from './verify-context.js';
import { issuerKeys } from './verify-issuer.js';
import { checkProofs } from './verify-proof.js';

const mostCredentials = 20;

export interface HolderVerification {
  readonly verified: boolean;
  readonly checks: readonly CheckResult[];
  /** The DID that proved itself; undefined for a presentation without a proof. */
  readonly holder?: string;
  /** What was presented, not yet verified. Empty for a malformed presentation. */
  readonly credentials: readonly JsonObject[];
}

/**
 * Verifies the holder's part of a VC 2.0 presentation (§4.13): its form, and that its proof was made by the holder to authenticate, for
 * the expected `domain` and `challenge`. Where neither is expected, a presentation without a proof is one of nobody, and well-formed.
 * Each credential in it remains to be verified by itself.
 */
export async function verifyHolder(presentation: JsonObject, options: VerifyOptions): Promise<HolderVerification> {
  const form = checkForm(presentation);
  if (!allPassed(form)) return { verified: false, checks: form, credentials: [] };
  const credentials = asList(presentation.verifiableCredential).filter(isJsonObject);
  const expected = options.domain !== undefined || options.challenge !== undefined;
  if (presentation.proof === undefined && !expected) return { verified: true, checks: form, credentials };
  const { checks, holder } = await checkHolder(presentation, { ...options, purpose: 'authentication' });
  const all = [...form, ...checks];
  return { verified: allPassed(all), checks: all, credentials, ...(holder !== undefined && allPassed(all) ? { holder } : {}) };
}

function checkForm(presentation: JsonObject): readonly CheckResult[] {
  const fault = documentFault(presentation);
  if (fault) return [failed('schema', fault.reason, fault.detail)];
  // Credentials have contexts of their own, which are looked at with them.
  const { verifiableCredential, ...own } = presentation;
  const problem = structureProblem(own, verifiableCredential);
  return [checkContext(own), problem ? failed('schema', 'presentation-malformed', problem) : passed('schema')];
}

function structureProblem({ type, id, holder }: JsonObject, credentials: JsonObject[string] | undefined): string | undefined {
  if (!asList(type).includes('VerifiablePresentation')) return 'type: not a VerifiablePresentation';
  if (!asList(type).every((one) => typeof one === 'string')) return 'type: not one or more names';
  if (id !== undefined && !isUri(id)) return 'id: not a URL';
  if (holder !== undefined && !isUri(holderId(holder))) return 'holder: neither a URL nor an object with one';
  if (asList(credentials).length > mostCredentials) return `verifiableCredential: more than ${mostCredentials}`;
  return asList(credentials).every(isJsonObject) ? undefined : 'verifiableCredential: not an object';
}

function holderId(holder: JsonObject[string] | undefined): JsonObject[string] | undefined {
  return isJsonObject(holder) ? holder.id : holder;
}

async function checkHolder(
  presentation: JsonObject,
  options: VerifyOptions,
): Promise<{ checks: readonly CheckResult[]; holder?: string }> {
  const { proofs, fault } = readProofs(presentation, options);
  if (fault) return { checks: [fault] };
  const signer = proofs[0]?.verificationMethod.split('#', 1)[0] ?? '';
  const named = holderId(presentation.holder);
  if (named !== undefined && named !== signer)
    return { checks: [failed('issuer', 'holder-of-another', `The proof was not made by ${JSON.stringify(named)}.`)] };
  const { check, keys } = await issuerKeys(signer, proofs, options);
  if (!keys) return { checks: [check, unknown('proof', 'not-checked')] };
  return { checks: [check, await checkProofs(presentation, proofs, keys)], holder: signer };
}
