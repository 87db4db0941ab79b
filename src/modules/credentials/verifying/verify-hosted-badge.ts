import { isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';
import { canonicalJson } from '../proof/jcs.js';
import { allPassed } from '../proof/verifying/outcomes.js';
import { type CheckResult, failed, passed, unknown, type Verification } from '../proof/verifying/verification.js';
import { badgeClassWish, fetchPart, inScope, type Lookups, type Part, partOf, profileWish } from './badge-parts.js';
import {
  answer,
  checkAssertion,
  checkBadgeClass,
  checkDates,
  checkProfile,
  isHosted,
  referenceOf,
  withoutNulls,
} from './open-badge-2.js';

/**
 * Verifies a hosted Open Badge 2.0 (OB 2.0 Verification). What was brought is trusted for its address alone: the badge is what the issuer
 * answers there now, and what was brought must not say otherwise.
 */
export async function verifyHostedBadge(brought: JsonObject | string, lookups: Lookups): Promise<Verification> {
  const address = typeof brought === 'string' ? brought : referenceOf(brought);
  if (!/^https?:/.test(address))
    return answer([failed('proof', 'hosted-address-missing', 'It does not say where it is published.')]);
  const fetched = await lookups.fetch(address);
  if (!fetched.ok && fetched.status === 410) return revoked(unknown('proof', 'hosted-unreachable', 'It is gone.'));
  if (!fetched.ok) return answer([unknown('proof', 'hosted-unreachable', `${address}: ${fetched.reason}`)]);
  const assertion = withoutNulls(fetched.document);
  if (!isJsonObject(assertion)) return answer([failed('proof', 'hosted-malformed', `${address} does not answer with a badge.`)]);
  if (assertion.id !== address)
    return answer([failed('proof', 'hosted-of-another', `${address} answers with the badge of another address.`)]);
  if (assertion.revoked === true) return revoked(passed('proof', 'hosted'));
  const other = typeof brought === 'string' ? undefined : differingMember(withoutNulls(brought) as JsonObject, assertion);
  const proof =
    other === undefined
      ? passed('proof', 'hosted')
      : failed('proof', 'hosted-differs', `The issuer publishes another ${other} than the one that you were given.`);
  const form = checkAssertion(assertion);
  if (!allPassed(form)) return answer([...form, proof]);
  if (!isHosted(assertion)) return answer([...form, failed('proof', 'proof-missing', 'It should be signed, and is not.')]);
  return withParts(assertion, proof, lookups);
}

async function withParts(assertion: JsonObject, proof: CheckResult, lookups: Lookups): Promise<Verification> {
  const form = checkAssertion(assertion).filter(({ check }) => check === 'context');
  const dates = checkDates(assertion, lookups.now);
  const { part: badge, fault } = await partOf(assertion.badge, badgeClassWish, lookups);
  if (fault) return answer([...form, proof, dates, fault]);
  const { part: profile, fault: unknownIssuer } = await issuerOf(assertion, badge, lookups);
  if (unknownIssuer) return answer([...form, proof, dates, checkBadgeClass(badge), unknownIssuer]);
  const shape = [checkBadgeClass(badge), checkProfile(profile)].find(({ outcome }) => outcome !== 'passed') ?? passed('schema');
  const verification = answer([...form, shape, proof, dates, passed('issuer'), passed('status')]);
  return {
    ...verification,
    credential: { ...assertion, badge: { ...badge, issuer: profile } },
    ...(proof.outcome === 'passed' ? { provenFor: new URL(referenceOf(profile)).host } : {}),
  };
}

/**
 * The issuer's Profile, if the addresses of badge and BadgeClass may speak for it. Always read from its own address: on a host of many
 * issuers, a badge of one could hold the Profile of another.
 */
async function issuerOf(assertion: JsonObject, badge: JsonObject, lookups: Lookups): Promise<Part> {
  const id = referenceOf(badge.issuer);
  const { part: profile, fault } = await fetchPart(id, profileWish, lookups);
  if (fault) return { fault };
  const outside = [referenceOf(assertion), referenceOf(badge)].find((address) => !inScope(address, profile));
  return outside === undefined
    ? { part: profile }
    : { fault: failed('issuer', 'issuer-of-another-origin', `${outside} may not speak for ${id}.`) };
}

/** The first member that says something else than the hosted badge. A badge may stand there whole or by its address. */
function differingMember(brought: JsonObject, hosted: JsonObject): string | undefined {
  const spoken = Object.keys(brought).filter((name) => !['@context', 'type', 'image'].includes(name));
  return spoken.find((name) => !same(brought[name], hosted[name]));
}

function same(first: JsonValue | undefined, second: JsonValue | undefined): boolean {
  if (first === undefined || second === undefined) return first === second;
  if (isJsonObject(first) !== isJsonObject(second))
    return referenceOf(first) !== '' && referenceOf(first) === referenceOf(second);
  return canonicalJson(first) === canonicalJson(second);
}

function revoked(proof: CheckResult): Verification {
  return answer([proof, failed('status', 'revoked')]);
}
