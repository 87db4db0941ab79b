import type { JsonObject } from '../../domain/json.js';
import { documentFault } from './document-fault.js';
import { readProofs } from './proof-shape.js';
import { allPassed, notChecked } from './outcomes.js';
import { isSettled } from './settled.js';
import { type CheckResult, failed, type VerifyOptions } from './verification.js';
import { checkContext } from './verify-context.js';
import { issuerId, issuerKeys } from './verify-issuer.js';
import { checkProofs, type HeldProofs } from './verify-proof.js';
import { checkSchema } from './verify-schema.js';
import { checkValidity } from './verify-validity.js';

/**
 * Everything about a secured document but its status: form, meaning, dates, issuer and proof, in that order. The cheap checks come first,
 * so that a malformed document is never canonicalised and causes no look-ups.
 */
export async function checkAuthenticity(
  document: JsonObject,
  options: VerifyOptions,
  held?: HeldProofs,
): Promise<readonly CheckResult[]> {
  const form = checkForm(document);
  if (!allPassed(form)) return [...form, ...notChecked('validity', 'issuer', 'proof')];
  return [...form, checkValidity(document, options.now), ...(await checkSignature(document, options, held))];
}

const forms = new WeakMap<JsonObject, readonly CheckResult[]>();

/** What depends on nothing but the document is found out once about one that stays as it is. */
function checkForm(document: JsonObject): readonly CheckResult[] {
  const known = forms.get(document);
  if (known) return known;
  const fault = documentFault(document);
  const form = fault
    ? [failed('schema', fault.reason, fault.detail), ...notChecked('context')]
    : [checkContext(document), checkSchema(document)];
  if (isSettled(document)) forms.set(document, form);
  return form;
}

async function checkSignature(
  document: JsonObject,
  options: VerifyOptions,
  held: HeldProofs | undefined,
): Promise<readonly CheckResult[]> {
  const { proofs, fault } = readProofs(document, options);
  if (fault) return [...notChecked('issuer'), fault];
  const issuer = await issuerKeys(issuerId(document), proofs, options);
  if (!issuer.keys) return [issuer.check, ...notChecked('proof')];
  return [issuer.check, await checkProofs(document, proofs, issuer.keys, { limit: options.limit, held })];
}
