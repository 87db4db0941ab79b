import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { isOpenBadge } from '../../domain/open-badge-problems.js';
import { isOpenBadgesContext } from '../../domain/open-badge-words.js';
import { isUri } from '../../domain/uri.js';
import { CREDENTIALS_V1, CREDENTIALS_V2 } from '../context-pins.js';
import { isKnownContext } from '../contexts.js';
import { type CheckResult, failed, passed, unknown } from './verification.js';

/** Whether the words of the document have the meaning of contexts kept here, in the order the standards ask for (VC 2.0 §4.3, VC 1.1 §4.1). */
export function checkContext(document: JsonObject): CheckResult {
  const contexts = document['@context'];
  if (!Array.isArray(contexts)) return failed('context', 'context-missing', 'There is no list of contexts.');
  const [first, second] = contexts as readonly JsonValue[];
  if (first !== CREDENTIALS_V2 && first !== CREDENTIALS_V1)
    return failed('context', 'context-order', `The first context must be ${CREDENTIALS_V2}.`);
  if (isOpenBadge(document) && !isOpenBadgesContext(second)) {
    return failed('context', 'context-order', 'The second context of a badge must be that of Open Badges 3.0.');
  }
  return itemFault(contexts as readonly JsonValue[]) ?? nestedFault(document) ?? passed('context');
}

function itemFault(contexts: readonly JsonValue[]): CheckResult | undefined {
  for (const context of contexts) {
    if (isJsonObject(context)) return unknown('context', 'context-inline', 'It brings definitions of its own.');
    if (!isUri(context)) return failed('context', 'context-item', `${JSON.stringify(context)} is not the URL of a context.`);
    if (!isKnownContext(context))
      return unknown('context', 'context-unknown', `${context} is not known here, and contexts are never fetched.`);
  }
  return undefined;
}

/** A context further down could give the words below it another meaning than the one shown. */
function nestedFault(document: JsonObject): CheckResult | undefined {
  const { '@context': contexts, proof, ...members } = document;
  const inForce = contexts as readonly JsonValue[];
  return hasContext(members, inForce) || asList(proof).some((one) => hasContext(withoutJcsContext(one), inForce))
    ? unknown('context', 'context-nested', 'A part of it has a context of its own.')
    : undefined;
}

/** A proof of eddsa-jcs-2022 repeats the contexts of its document (VC Data Integrity EdDSA §3.3.1), which is checked with the proof. */
function withoutJcsContext(proof: JsonValue): JsonValue {
  if (!isJsonObject(proof) || proof.cryptosuite !== 'eddsa-jcs-2022') return proof;
  const { '@context': _repeated, ...others } = proof;
  return others;
}

function hasContext(value: JsonValue, inForce: readonly JsonValue[]): boolean {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).some((item) => hasContext(item, inForce));
  if (!isJsonObject(value)) return false;
  for (const name in value) {
    if (name === '@context') return true;
    const member = value[name] as JsonValue;
    const parts = name === 'endorsement' ? asList(member).map((one) => withoutRepeated(one, inForce)) : member;
    if (hasContext(parts, inForce)) return true;
  }
  return false;
}

/**
 * An endorsement within has to say its contexts again (OB 3.0 §B.1.8). Where they are the first of those in force around it, applying
 * them once more brings no new word and no new meaning; any other list might.
 */
function withoutRepeated(endorsement: JsonValue, inForce: readonly JsonValue[]): JsonValue {
  if (!isJsonObject(endorsement)) return endorsement;
  const { '@context': contexts, ...others } = endorsement;
  const repeated = Array.isArray(contexts) && contexts.every((context, place) => context === inForce[place]);
  return repeated ? others : endorsement;
}
