import type { JsonObject } from '../../domain/json.js';
import { documentFault } from './document-fault.js';
import { holds, type Jws, readJws } from './read-jws.js';
import { documentOfToken } from './token-claims.js';
import { keyOfToken } from './token-key.js';
import { type CheckResult, failed, passed, type VerifyOptions } from './verification.js';
import { allPassed, notChecked } from './outcomes.js';
import { checkContext } from './verify-context.js';
import { issuerId } from './verify-issuer.js';
import { checkSchema } from './verify-schema.js';
import { checkValidity } from './verify-validity.js';

export interface TokenAuthenticity {
  readonly checks: readonly CheckResult[];
  /** The credential inside, when it could be read. */
  readonly document?: JsonObject;
}

/** Media types of credentials in tokens, and the bare `JWT` of OB 3.0; a login or presentation token of the same key is none (RFC 8725 §3.11). */
const tokenTypes = new Set(['jwt', 'vc+jwt', 'vc-ld+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt', 'application/vc+jwt']);

/** As `checkAuthenticity`, for a credential in a compact JWS (VC-JWT; OB 3.0 §8.2.4): everything but its status. */
export async function checkToken(text: string, options: VerifyOptions): Promise<TokenAuthenticity> {
  const { jws, fault } = readJws(text);
  if (fault) return refused(fault);
  const { typ } = jws.header;
  if (typ !== undefined && !(typeof typ === 'string' && tokenTypes.has(typ.toLowerCase())))
    return refused(failed('proof', 'token-type', `It is a token of type ${JSON.stringify(typ)}, not a credential.`));
  const { document, fault: mismatch } = documentOfToken(jws.payload);
  if (mismatch) return refused(mismatch);
  const unsafe = documentFault(document);
  if (unsafe)
    return { checks: [failed('schema', unsafe.reason, unsafe.detail), ...notChecked('context', 'validity', 'issuer', 'proof')] };
  const form = [checkContext(document), checkSchema(document)];
  if (!allPassed(form)) return { checks: [...form, ...notChecked('validity', 'issuer', 'proof')], document };
  const checks = [...form, checkValidity(document, options.now), ...(await checkSignature(jws, document, options))];
  return { checks, document };
}

async function checkSignature(jws: Jws, document: JsonObject, options: VerifyOptions): Promise<readonly CheckResult[]> {
  const { check, key } = await keyOfToken(jws, issuerId(document), options);
  if (!key) return [check, ...notChecked('proof')];
  const wrong = failed('proof', 'signature-wrong', 'The document was changed, or another key signed it.');
  return [check, holds(key, jws) ? passed('proof') : wrong];
}

function refused(fault: CheckResult): TokenAuthenticity {
  return { checks: [fault, ...notChecked('context', 'schema', 'validity', 'issuer')] };
}
