import { CLAIMS } from './claim-names.js';
import { ClaimReader, isObject, MAX_ID, RefusedClaim } from './claim-reader.js';
import type { LtiRefusal } from './refusal.js';
import { checkToken, type ExpectedParties } from './token-security.js';

/** The one notice that is asked for (Platform Notification Service 1.0 §4). */
export const COPY_NOTICE = 'LtiContextCopyNotice';

/** A platform says that a course of it was copied from others. */
export interface CopyNotice {
  /** Of the token: the same notice has the same one, however often it comes. */
  jti: string;
  deploymentId: string;
  contextId: string;
  /** As the platform calls them. */
  copiedFrom: string[];
}

export type ReadNotice = { ok: true; notice: CopyNotice } | { ok: false; refusal: LtiRefusal };

const MOST_ORIGINS = 50;

/** Reads the payload of a notice whose signature holds: like a message of a login, which it does not belong to. */
export function readNotice(payload: unknown, expected: ExpectedParties): ReadNotice {
  try {
    if (!isObject(payload)) return { ok: false, refusal: { code: 'token_malformed' } };
    const claims = new ClaimReader(payload);
    const refusal = checkToken(claims, expected);
    return refusal ? { ok: false, refusal } : { ok: true, notice: readClaims(claims) };
  } catch (error) {
    if (error instanceof RefusedClaim) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function readClaims(claims: ClaimReader): CopyNotice {
  if (claims.text(CLAIMS.version) !== '1.3.0') throw new RefusedClaim({ code: 'version_unsupported', claim: CLAIMS.version });
  // What was signed for a login must not pass for a notice, nor the other way round: a message has no notice, and a notice no nonce.
  if (claims.group(CLAIMS.notice).text('type') !== COPY_NOTICE)
    throw new RefusedClaim({ code: 'message_type_unsupported', claim: CLAIMS.notice });
  const origins = claims.texts(CLAIMS.originContexts);
  if (origins.length > MOST_ORIGINS || origins.some((id) => id === '' || id.length > MAX_ID || id.includes('\0')))
    throw claims.malformed(CLAIMS.originContexts);
  return {
    jti: claims.text('jti', MAX_ID),
    deploymentId: claims.text(CLAIMS.deploymentId, MAX_ID),
    contextId: claims.group(CLAIMS.context).text('id', MAX_ID),
    copiedFrom: origins,
  };
}
