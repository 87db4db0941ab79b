import { canParseUrl } from '../../../platform/can-parse-url.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../domain/json.js';

/** What a reader of a certificate wants to compare with it. The words for them are the page's. */
export type FactName =
  | 'name'
  | 'description'
  | 'issuer'
  | 'parent'
  | 'holder'
  | 'awarded'
  | 'valid-from'
  | 'valid-until'
  | 'activity'
  | 'activity-from'
  | 'activity-until'
  | 'criteria'
  | 'result'
  | 'credits'
  | 'hours'
  | 'level'
  | 'skill'
  | 'tag'
  | 'language'
  | 'evidence'
  | 'narrative'
  | 'endorsed'
  | 'comment'
  | 'other';

export interface SignedFact {
  readonly fact: FactName;
  /** For `other`: the path of the member. */
  readonly label?: string;
  readonly text: string;
  readonly link?: string;
}

/** Every fact that the credential states, in the order a certificate has them. Expects a credential that somebody vouches for. */
export function signedFacts(credential: JsonObject): readonly SignedFact[] {
  return isJsonObject(credential.badge) ? oldBadgeFacts(credential, credential.badge) : credentialFacts(credential);
}

function credentialFacts(credential: JsonObject): readonly SignedFact[] {
  const subjects = asList(credential.credentialSubject).filter(isJsonObject);
  const [subject = {}] = subjects;
  const achievement = objectIn(subject.achievement);
  const { issuer } = credential;
  return [
    ...one('name', words(achievement.name) ?? words(credential.name)),
    ...one('description', words(achievement.description) ?? words(credential.description)),
    ...one('issuer', isJsonObject(issuer) ? (words(issuer.name) ?? words(issuer.id)) : words(issuer)),
    ...one('parent', words(objectIn(objectIn(issuer).parentOrg).name)),
    ...listed(subject.identifier).flatMap((identity) =>
      identity.identityType === 'name' && identity.hashed === false ? one('holder', words(identity.identityHash)) : [],
    ),
    ...one('awarded', words(credential.awardedDate)),
    ...one('valid-from', words(credential.validFrom) ?? words(credential.issuanceDate)),
    ...one('valid-until', words(credential.validUntil) ?? words(credential.expirationDate)),
    ...activityFacts(subject.activityStartDate, subject.activityEndDate),
    ...criteriaFacts(achievement.criteria),
    ...listed(subject.result).map((result) => resultFact(result, listed(achievement.resultDescription))),
    ...one('credits', words(subject.creditsEarned) ?? words(achievement.creditsAvailable)),
    ...listed(achievement.alignment).map(alignmentFact),
    ...asList(achievement.tag).flatMap((tag) => one('tag', words(tag))),
    ...one('language', words(achievement.inLanguage)),
    ...one('narrative', words(subject.narrative)),
    ...subjects.flatMap(endorsementFacts),
    ...[...listed(credential.evidence), ...listed(subject.evidence)].map(evidenceFact),
    ...subjects.flatMap((each, index) => otherFacts(each, subjects.length > 1 ? `${index + 1}.` : '')),
    ...otherFacts(achievement, ''),
  ];
}

function oldBadgeFacts(assertion: JsonObject, badge: JsonObject): readonly SignedFact[] {
  return [
    ...one('name', words(badge.name)),
    ...one('description', words(badge.description)),
    ...one('issuer', words(objectIn(badge.issuer).name)),
    ...one('awarded', words(assertion.issuedOn)),
    ...one('valid-until', words(assertion.expires)),
    ...criteriaFacts(badge.criteria),
    ...listed(badge.alignment).map(alignmentFact),
    ...asList(badge.tags).flatMap((tag) => one('tag', words(tag))),
    ...one('narrative', words(assertion.narrative)),
    ...asList(assertion.evidence).map((item) =>
      isJsonObject(item) ? evidenceFact(item) : { fact: 'evidence' as const, ...linked(item) },
    ),
  ];
}

function criteriaFacts(criteria: JsonValue | undefined): readonly SignedFact[] {
  const { narrative, id } = isJsonObject(criteria) ? criteria : { narrative: undefined, id: criteria };
  return [
    ...one('criteria', words(narrative)),
    ...(typeof id === 'string' ? [{ fact: 'criteria' as const, ...linked(id) }] : []),
  ];
}

function resultFact(result: JsonObject, descriptions: readonly JsonObject[]): SignedFact {
  const description = descriptions.find(({ id }) => id !== undefined && id === result.resultDescription);
  const levels = listed(description?.rubricCriterionLevel);
  const level = levels.find(({ id }) => id !== undefined && id === result.achievedLevel);
  const reached = [words(level?.name) ?? words(result.achievedLevel), words(result.value), words(result.status)].filter(Boolean);
  return { fact: 'result', text: [words(description?.name), reached.join(', ')].filter(Boolean).join(': ') };
}

/** What somebody vouches for, and in which words (OB 3.0 §B.1.9). */
function endorsementFacts(subject: JsonObject): readonly SignedFact[] {
  if (!isEndorsed(subject)) return [];
  const { id, endorsementComment } = subject;
  return [
    ...(typeof id === 'string' ? [{ fact: 'endorsed' as const, ...linked(id) }] : []),
    ...one('comment', words(endorsementComment)),
  ];
}

function isEndorsed({ type }: JsonObject): boolean {
  return asList(type).includes('EndorsementSubject');
}

/** Levels are alignments to a framework of levels (European Qualifications Framework and the like). */
function alignmentFact(alignment: JsonObject): SignedFact {
  const framework = words(alignment.targetFramework);
  const isLevel = /^ext:(EQF|NQF|QF)/.test(words(alignment.targetType) ?? '');
  const [name, code] = [words(alignment.targetName), words(alignment.targetCode)];
  const text = [name, code !== undefined && name?.endsWith(code) ? undefined : code, framework && `(${framework})`]
    .filter(Boolean)
    .join(' ');
  return { fact: isLevel ? 'level' : 'skill', text, ...linkOf(alignment.targetUrl) };
}

function evidenceFact(evidence: JsonObject): SignedFact {
  const text = [words(evidence.name), words(evidence.description), words(evidence.narrative)].filter(Boolean).join(': ');
  return { fact: 'evidence', text: text || (words(evidence.id) ?? ''), ...linkOf(evidence.id) };
}

const shown = new Set(
  (
    'id type achievement identifier result creditsEarned creditsAvailable activityStartDate activityEndDate narrative evidence name ' +
    'description criteria alignment tag inLanguage image resultDescription achievementType creator related version'
  ).split(' '),
);

/** What has no line of its own: members of extensions, and everything about the subject of a credential that is no badge. */
function otherFacts(part: JsonObject, prefix: string): readonly SignedFact[] {
  return Object.entries(part)
    .filter(([name]) => !shown.has(name) && !(name === 'endorsementComment' && isEndorsed(part)))
    .flatMap(([name, value]) =>
      textsOf(value).map((text) => ({
        fact: /workload|hours|studyLoad/i.test(name) ? 'hours' : /level/i.test(name) ? 'level' : ('other' as const),
        label: prefix + name,
        text,
      })),
    );
}

/** Each text of a list of texts; whatever else there is, as JSON. */
function textsOf(value: JsonValue): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  return [words(value) ?? JSON.stringify(value)];
}

function one(fact: FactName, text: string | undefined): readonly SignedFact[] {
  return text === undefined || text === '' ? [] : [{ fact, text }];
}

/** By the day. */
function activityFacts(from: JsonValue | undefined, until: JsonValue | undefined): readonly SignedFact[] {
  const [first, last] = [words(from), words(until)].map((date) => date?.slice(0, 10));
  if (first !== undefined && last !== undefined) return one('activity', `${first} – ${last}`);
  return [...one('activity-from', first), ...one('activity-until', last)];
}

/** Text, a number, or the first of a list of texts in languages (VC 2.0 §11.1). */
function words(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const [first] = asList(value);
  const text = isJsonObject(first ?? null) ? (first as JsonObject)['@value'] : first;
  return typeof text === 'string' ? text : undefined;
}

function linked(value: JsonValue): { readonly text: string; readonly link?: string } {
  return { text: words(value) ?? '', ...linkOf(value) };
}

/** Only addresses that a browser opens as a page: a `javascript:` or `data:` link would be the issuer's code on our page. */
function linkOf(value: JsonValue | undefined): { readonly link?: string } {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && canParseUrl(value) ? { link: value } : {};
}

function objectIn(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function listed(value: JsonValue | undefined): readonly JsonObject[] {
  return asList(value).filter(isJsonObject);
}
