import type { StatusListPlace } from './award.js';
import { dateTimeStamp, parseDateTimeStamp } from './date-time.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from './json.js';
import { credentialStatus } from './open-badge-credential.js';
import { type BadgeProblem, openBadgeProblems } from './open-badge-problems.js';

/** Changes the unsigned credential; gives it back whole. */
export type Amendment = (document: JsonObject) => JsonObject;

export type SupersedingDocument =
  | { readonly ok: true; readonly document: JsonObject }
  | { readonly ok: false; readonly problems: readonly BadgeProblem[] };

/** What makes it the same award: another id or date would be another credential, another achievement another claim. */
const KEPT = ['@context', 'id', 'type', 'name', 'description', 'image', 'awardedDate', 'credentialSchema'];

const SECOND_MS = 1_000;

/**
 * The next form of a signed credential: same id and award, a newer `validFrom` (which alone makes it the newer of two equals,
 * OB 3.0 "Credential Equality"), a place of its own in a status list, and everything else as it was signed but for the amendment.
 */
export function supersedingDocument(
  signed: JsonObject,
  { now, status, amend = same }: { now: Date; status: StatusListPlace; amend?: Amendment | undefined },
): SupersedingDocument {
  const { proof: _proof, ...earlier } = signed;
  const amended = amend(earlier);
  const document = { ...amended, validFrom: newerThan(earlier['validFrom'], now), credentialStatus: credentialStatus(status) };
  const problems = [...keptProblems(earlier, amended), ...openBadgeProblems(document)];
  return problems.length === 0 ? { ok: true, document } : { ok: false, problems };
}

/** Whether both say the same, whenever they were made and wherever their status is found. */
export function saysTheSame(one: JsonObject, other: JsonObject): boolean {
  const claims = ({ validFrom: _validFrom, credentialStatus: _status, ...rest }: JsonObject) => JSON.stringify(rest);
  return claims(one) === claims(other);
}

/** The learner's name as a badge shows it (an IdentityObject that is not hashed); `null` where it shows none. */
export function shownName(document: JsonObject): string | null {
  const name = identifiersOf(document).find(isShownName);
  return typeof name?.['identityHash'] === 'string' ? name['identityHash'] : null;
}

/** Shows the learner by this name, instead of the one it showed. The caller has the learner's consent. */
export function withShownName(name: string): Amendment {
  return (document) => {
    const others = identifiersOf(document).filter((one) => !isShownName(one));
    const entry = { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: name };
    return { ...document, credentialSubject: { ...member(document, 'credentialSubject'), identifier: [...others, entry] } };
  };
}

function same(document: JsonObject): JsonObject {
  return document;
}

/** Dates are written to the second, and two forms of one second would be told apart by nobody. */
export function newerThan(earlier: JsonValue | undefined, now: Date): string {
  const last = parseDateTimeStamp(earlier)?.getTime() ?? 0;
  return dateTimeStamp(new Date(Math.max(now.getTime(), last + SECOND_MS)));
}

function keptProblems(earlier: JsonObject, amended: JsonObject): BadgeProblem[] {
  const changed = (of: (document: JsonObject) => JsonValue | undefined) =>
    JSON.stringify(of(earlier)) !== JSON.stringify(of(amended));
  const at = [
    ...KEPT.filter((name) => changed((document) => document[name])),
    ...(changed((document) => member(document, 'issuer')['id']) ? ['issuer.id'] : []),
    ...(changed((document) => member(document, 'credentialSubject')['achievement']) ? ['credentialSubject.achievement'] : []),
  ];
  return at.map((path) => ({ problem: 'changed-by-amendment', at: path }));
}

function identifiersOf(document: JsonObject): JsonObject[] {
  return asList(member(document, 'credentialSubject')['identifier']).filter(isJsonObject);
}

function member(document: JsonObject, name: string): JsonObject {
  const value = document[name];
  return value !== undefined && isJsonObject(value) ? value : {};
}

function isShownName({ identityType, hashed }: JsonObject): boolean {
  return identityType === 'name' && hashed === false;
}
