import { asList, isJsonObject, type JsonObject } from '../domain/json.js';
import { namesEmail } from '../proof/keys/identity-hash.js';
import { allPassed, isVouchedFor } from '../proof/verifying/outcomes.js';
import { failed, passed, unknown, type Verification } from '../proof/verifying/verification.js';

/** Adds whether the credential is about the owner of an e-mail address. Only a credential that somebody vouches for says anything. */
export function withSubject(verification: Verification, email: string): Verification {
  const { credential, checks } = verification;
  const check = isVouchedFor(verification) && credential ? checkSubject(credential, email) : unknown('subject', 'not-checked');
  const all = [...checks, check];
  return { ...verification, checks: all, verified: allPassed(all) };
}

function checkSubject(credential: JsonObject, email: string) {
  const named = identities(credential);
  if (named.length === 0) return unknown('subject', 'subject-not-named', 'It names nobody by an e-mail address.');
  return named.some((identity) => namesEmail(identity, email))
    ? passed('subject')
    : failed('subject', 'subject-of-another', 'It is about the owner of another address.');
}

/** What a credential says of its subject's e-mail address, as an IdentityObject (OB 3.0 §B.1.13), whatever the format. */
function identities({ recipient, credentialSubject }: JsonObject): readonly JsonObject[] {
  if (isJsonObject(recipient)) {
    const { type, identity, hashed, salt } = recipient;
    const isEmail = type === 'email' || asList(type).includes('email');
    return isEmail
      ? [{ identityType: 'emailAddress', identityHash: identity ?? '', hashed: hashed === true, salt: salt ?? '' }]
      : [];
  }
  const subjects = asList(credentialSubject).filter(isJsonObject);
  const identifiers = subjects.flatMap(({ identifier }) => asList(identifier)).filter(isJsonObject);
  const plain = subjects.flatMap(({ id, email }) => [
    email,
    typeof id === 'string' && id.startsWith('mailto:') ? id.slice(7) : undefined,
  ]);
  return [
    ...identifiers.filter(({ identityType }) => identityType === 'emailAddress'),
    ...plain
      .filter((address) => typeof address === 'string')
      .map((address) => ({ identityType: 'emailAddress', identityHash: address, hashed: false })),
  ];
}
