import { isJsonObject, type JsonObject } from '../domain/json.js';
import {
  type CheckName,
  type CheckResult,
  failed,
  type Resolve,
  type Resolved,
  type Verification,
  type VerifyOptions,
} from './verification.js';
import { allPassed, checkAuthenticity, notChecked } from './verify-authenticity.js';
import { checkStatus } from './verify-status.js';

export type { CheckResult, Resolve, Resolved, Verification, VerificationReason, VerifyOptions } from './verification.js';

const order: readonly CheckName[] = ['context', 'schema', 'proof', 'issuer', 'validity', 'status'];

/**
 * Verifies a VC 2.0 or Open Badges 3.0 credential with embedded eddsa-rdfc-2022 proofs, given as JSON text or as parsed JSON. Looks up
 * nothing but the issuer's document and the status list, through `resolve`. Never throws for anything it is given: what cannot be read or
 * checked is reported, and is not verified.
 */
export async function verifyCredential(input: unknown, options: VerifyOptions): Promise<Verification> {
  const document = readJson(input);
  if (!document) {
    return report([
      failed('schema', 'not-a-json-object', 'This is not a JSON object.'),
      ...notChecked('context', 'validity', 'issuer', 'proof', 'status'),
    ]);
  }
  const careful = { ...options, resolve: remembering(options.resolve) };
  const checks = await checkAuthenticity(document, careful);
  // The status is nobody's word until the proof holds; until then its URL is not even asked.
  const authentic = checks.every(({ check, outcome }) => outcome === 'passed' || check === 'validity');
  const status = authentic ? [await checkStatus(document, careful)] : notChecked('status');
  return { ...report([...checks, ...status]), credential: document };
}

function report(checks: readonly CheckResult[]): Verification {
  const sorted = [...checks].sort((first, second) => order.indexOf(first.check) - order.indexOf(second.check));
  return { verified: allPassed(sorted), checks: sorted };
}

/** A snapshot of the input as JSON would carry it: no getters, no cycles, nothing that changes while it is checked. */
function readJson(input: unknown): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(typeof input === 'string' ? input : JSON.stringify(input));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Asks for each id once, and turns a resolver that throws into one that reports, because a fault there is no verdict on the credential. */
function remembering(resolve: Resolve): Resolve {
  const answers = new Map<string, Promise<Resolved>>();
  return (id) => {
    const answer = answers.get(id) ?? attempt(resolve, id);
    answers.set(id, answer);
    return answer;
  };
}

async function attempt(resolve: Resolve, id: string): Promise<Resolved> {
  try {
    const resolved = await resolve(id);
    return resolved.ok ? { ok: true, document: readJson(resolved.document) } : resolved;
  } catch (error) {
    return { ok: false, reason: 'resolver-failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
