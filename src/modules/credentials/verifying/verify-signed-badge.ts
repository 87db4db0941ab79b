import type { KeyObject } from 'node:crypto';
import { asList, isJsonObject, type JsonObject } from '../domain/json.js';
import { isUri } from '../domain/uri.js';
import { fits, holds, type Jws } from '../proof/verifying/read-jws.js';
import { allPassed } from '../proof/verifying/outcomes.js';
import { publicKeyFromPem } from '../proof/verifying/verification-key.js';
import { type CheckResult, failed, passed, unknown, type Verification } from '../proof/verifying/verification.js';
import { badgeClassWish, fetchPart, type Lookups, partOf, profileWish } from './badge-parts.js';
import { answer, checkAssertion, checkBadgeClass, checkDates, checkProfile, referenceOf, withoutNulls } from './open-badge-2.js';

/**
 * Verifies a signed Open Badge 2.0 (OB 2.0 Verification, "signed"): a JWS whose key is one that the issuer's Profile names, read from the
 * Profile's own address, because a Profile inside of the badge is only what the signer says.
 */
export async function verifySignedBadge(jws: Jws, lookups: Lookups): Promise<Verification> {
  const assertion = withoutNulls(jws.payload) as JsonObject;
  const form = checkAssertion(assertion);
  if (!allPassed(form)) return answer(form);
  const dates = checkDates(assertion, lookups.now);
  const { part: badge, fault } = await partOf(assertion.badge, badgeClassWish, lookups);
  const context = form.filter(({ check }) => check === 'context');
  if (fault) return answer([...context, dates, fault]);
  const { part: profile, fault: unknownIssuer } = await fetchPart(referenceOf(badge.issuer), profileWish, lookups);
  if (unknownIssuer) return answer([...context, checkBadgeClass(badge), dates, unknownIssuer]);
  const shape = [checkBadgeClass(badge), checkProfile(profile)].find(({ outcome }) => outcome !== 'passed') ?? passed('schema');
  const found = await keyOfBadge(jws, assertion, profile, lookups);
  if (!found.key) return answer([...context, shape, dates, found.fault]);
  if (!holds(found.key, jws))
    return answer([
      ...context,
      shape,
      dates,
      passed('issuer'),
      failed('proof', 'signature-wrong', 'The badge was changed, or another key signed it.'),
    ]);
  const status = await checkRevocationList(assertion, profile, lookups);
  return {
    ...answer([...context, shape, dates, passed('issuer'), passed('proof'), status]),
    credential: { ...assertion, badge: { ...badge, issuer: profile } },
    provenFor: new URL(referenceOf(profile)).host,
  };
}

type BadgeKey =
  | { readonly key: KeyObject; readonly fault?: undefined }
  | { readonly key?: undefined; readonly fault: CheckResult };

/** The key that `verification.creator` names, or the only one; it must be the Profile's, and say so itself. */
async function keyOfBadge(jws: Jws, assertion: JsonObject, profile: JsonObject, lookups: Lookups): Promise<BadgeKey> {
  const issuer = referenceOf(profile);
  const { creator } = isJsonObject(assertion.verification) ? assertion.verification : {};
  const keys = asList(profile.publicKey);
  const named = creator === undefined && keys.length === 1 ? keys[0] : keys.find((key) => referenceOf(key) === creator);
  if (named === undefined)
    return { fault: failed('issuer', 'method-missing', `${issuer} does not name the key that signed it.`) };
  const { part, fault } = await partOf(
    named,
    { check: 'issuer', unreachable: 'key-unreachable', ofAnother: 'key-of-another' },
    lookups,
  );
  if (fault) return { fault };
  if (part.owner !== issuer) return { fault: failed('issuer', 'key-of-another', `The key does not belong to ${issuer}.`) };
  const key = publicKeyFromPem(part.publicKeyPem);
  if (!key) return { fault: failed('issuer', 'key-encoding', 'The key of the issuer cannot be read.') };
  return fits(key, jws)
    ? { key }
    : { fault: failed('issuer', 'key-of-another-kind', `The key of the issuer is not one for ${jws.algorithm}.`) };
}

async function checkRevocationList({ id }: JsonObject, profile: JsonObject, { fetch }: Lookups): Promise<CheckResult> {
  const { revocationList: address } = profile;
  if (address === undefined) return passed('status', 'no-status');
  if (!isUri(address)) return unknown('status', 'status-malformed', 'The issuer’s list of revoked badges has no address.');
  const fetched = await fetch(address);
  if (!fetched.ok) return unknown('status', 'status-list-unreachable', `${address}: ${fetched.reason}`);
  const list = withoutNulls(fetched.document);
  if (!isJsonObject(list) || !Array.isArray(list.revokedAssertions))
    return unknown('status', 'status-list-malformed', `${address} is not a list of revoked badges.`);
  if (list.issuer !== undefined && referenceOf(list.issuer) !== profile.id)
    return unknown('status', 'status-list-of-another', `${address} is the list of another issuer.`);
  const ids = asList(list.revokedAssertions).map((entry) => (isJsonObject(entry) ? (entry.id ?? entry.uid) : entry));
  return ids.includes(id ?? null) ? failed('status', 'revoked') : passed('status');
}
