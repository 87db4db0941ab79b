import { asList, isJsonObject, type JsonObject } from '../../domain/json.js';
import { isOpenBadge } from '../../domain/open-badge-problems.js';
import { CREDENTIALS_V2 } from '../context-pins.js';
import { provenHost } from '../issuer-space.js';
import { isCompactJws } from './read-jws.js';
import { allPassed, inOrder, notChecked } from './outcomes.js';
import { isSettled } from './settled.js';
import { type CheckResult, failed, type Resolve, type Resolved, type Verification, type VerifyOptions } from './verification.js';
import { checkAuthenticity } from './verify-authenticity.js';
import { issuerId } from './verify-issuer.js';
import { checkStatus } from './verify-status.js';
import { checkToken } from './verify-token.js';

export type { CheckResult, Resolve, Resolved, Verification, VerificationReason, VerifyOptions } from './verification.js';

/**
 * Verifies a VC 2.0 (or 1.1) or Open Badges 3.0 credential: with embedded proofs of the EdDSA suites, given as JSON text or as parsed
 * JSON, or in a compact JWS. Looks up nothing but the issuer's document, its key and the status list, through `resolve`. Never throws for
 * anything it is given: what cannot be read or checked is reported, and is not verified.
 */
export async function verifyCredential(input: unknown, options: VerifyOptions): Promise<Verification> {
  return verifyRead(input, readJson, options);
}

/** As `verifyCredential`, for JSON that was parsed a moment ago and that nobody changes any more: a snapshot of it would cost as much again. */
export async function verifyParsed(document: JsonObject, options: VerifyOptions): Promise<Verification> {
  const verification = await verifyRead(document, (parsed) => (isJsonObject(parsed) ? parsed : undefined), options);
  // Of `1e400` the parser makes a number that JSON does not know: whoever reads the document from us finds null there.
  return verification.checks.some(({ reason }) => reason === 'unsafe-number')
    ? verifyCredential(document, options)
    : verification;
}

async function verifyRead(
  input: unknown,
  read: (input: unknown) => JsonObject | undefined,
  options: VerifyOptions,
): Promise<Verification> {
  const careful = { ...options, resolve: remembering(options.resolve) };
  const token = tokenIn(input);
  if (token !== undefined) {
    const { checks, document } = await checkToken(token, careful);
    return document ? withStatus(document, checks, careful) : report([...checks, ...notChecked('status')]);
  }
  const document = read(input);
  if (!document) {
    return report([
      failed('schema', 'not-a-json-object', 'This is not a JSON object.'),
      ...notChecked('context', 'validity', 'issuer', 'proof', 'status'),
    ]);
  }
  return withStatus(document, await checkAuthenticity(document, careful), careful);
}

async function withStatus(document: JsonObject, checks: readonly CheckResult[], options: VerifyOptions): Promise<Verification> {
  // The status is nobody's word until the proof holds; until then its URL is not even asked.
  const authentic = checks.every(({ check, outcome }) => outcome === 'passed' || check === 'validity');
  const status = authentic ? [await checkStatus(document, options)] : notChecked('status');
  const host = authentic ? provenHost(issuerId(document)) : undefined;
  return {
    ...report([...checks, ...status]),
    credential: document,
    format: isOpenBadge(document) ? 'open-badge-3' : 'verifiable-credential',
    ...(host === undefined ? {} : { provenFor: host }),
  };
}

function report(checks: readonly CheckResult[]): Verification {
  return { verified: allPassed(checks), checks: inOrder(checks) };
}

const envelope = 'data:application/vc+jwt,';

/** The compact JWS, if that is what was given: as text, or in an envelope (VC 2.0 §4.13). */
function tokenIn(input: unknown): string | undefined {
  if (typeof input === 'string') return isCompactJws(input.trim()) ? input.trim() : undefined;
  if (!isJsonObject(input) || input.type !== 'EnvelopedVerifiableCredential' || typeof input.id !== 'string') return undefined;
  // Without the context that defines them, `id` and `type` of an envelope mean nothing (VC 2.0 §4.13.1).
  if (!asList(input['@context']).includes(CREDENTIALS_V2)) return undefined;
  return input.id.startsWith(envelope) ? input.id.slice(envelope.length) : undefined;
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
    if (!resolved.ok || isSettled(resolved.document)) return resolved;
    return { ok: true, document: tokenIn(resolved.document) ?? readJson(resolved.document) };
  } catch (error) {
    return { ok: false, reason: 'resolver-failed', detail: error instanceof Error ? error.message : String(error) };
  }
}
