import { readJws } from '../proof/verifying/read-jws.js';
import { notChecked, inOrder } from '../proof/verifying/outcomes.js';
import {
  failed,
  unknown,
  type Verification,
  type VerificationReason,
  type VerifyOptions,
} from '../proof/verifying/verification.js';
import { verifyCredential, verifyParsed } from '../proof/verifying/verify.js';
import type { Lookups } from './badge-parts.js';
import type { Material } from './material.js';
import { isOpenBadge2 } from './open-badge-2.js';
import { verifyHostedBadge } from './verify-hosted-badge.js';
import { verifySignedBadge } from './verify-signed-badge.js';

/** Verifies what somebody brought, by the rules of its own standard. Never throws for anything it is given. */
export async function verifyMaterial(material: Material, options: VerifyOptions & Lookups): Promise<Verification> {
  if (material.kind === 'address') return verifyHostedBadge(material.address, options);
  if (material.kind === 'document') {
    return isOpenBadge2(material.document)
      ? verifyHostedBadge(material.document, options)
      : verifyParsed(material.document, options);
  }
  const { jws } = readJws(material.token);
  const isOld = jws && isOpenBadge2(jws.payload);
  return isOld ? verifySignedBadge(jws, options) : verifyCredential(material.token, options);
}

/** What keeps us from seeing the credential at all, which says nothing about it. */
const UNSEEN: ReadonlySet<VerificationReason> = new Set(['address-refused', 'file-too-large']);

/** The answer about something in which there was no credential to check. */
export function notVerifiable(reason: VerificationReason, detail: string): Verification {
  const found = UNSEEN.has(reason) ? unknown : failed;
  const checks = [found('schema', reason, detail), ...notChecked('context', 'proof', 'issuer', 'validity', 'status')];
  return { verified: false, checks: inOrder(checks) };
}
