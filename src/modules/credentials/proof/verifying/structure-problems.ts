import { parseDateTimeStamp } from '../../domain/date-time.js';
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../domain/json.js';
import { type BadgeProblem, inItems, join, none, under } from '../../domain/problem-paths.js';
import { isUri } from '../../domain/uri.js';

/** Where a document departs from the VC 2.0 data model (§4). Stricter than common libraries, which let several of these through. */
export function structureProblems(credential: JsonObject): readonly BadgeProblem[] {
  return rules.reduce((problems, rule) => join(problems, rule(credential)), none);
}

type Rule = (credential: JsonObject) => readonly BadgeProblem[];

const problem = (name: string, at: string): readonly BadgeProblem[] => [{ problem: name, at }];

const rules: readonly Rule[] = [
  ({ type }) => (asList(type).includes('VerifiableCredential') ? none : problem('not-a-VerifiableCredential', 'type')),
  (credential) => everywhere(credential),
  ({ name }) => words(name, 'name'),
  ({ description }) => words(description, 'description'),
  ({ issuer }) => issuerProblems(issuer),
  ({ credentialSubject }) => subjectProblems(credentialSubject),
  ({ validFrom, validUntil }) => validityProblems(validFrom, validUntil),
  ({ credentialStatus }) => typed(credentialStatus, 'credentialStatus'),
  ({ evidence }) => typed(evidence, 'evidence'),
  ({ termsOfUse }) => typed(termsOfUse, 'termsOfUse'),
  ({ refreshService }) => typed(refreshService, 'refreshService'),
  ({ credentialSchema }) => join(typed(credentialSchema, 'credentialSchema'), withIds(credentialSchema, 'credentialSchema')),
  ({ relatedResource }) => relatedProblems(relatedResource),
];

/** Every `id` in the document is one URL, and every `type` one or more names. */
function everywhere(value: JsonValue): readonly BadgeProblem[] {
  if (Array.isArray(value)) return inItems(value as readonly JsonValue[], everywhere);
  if (!isJsonObject(value)) return none;
  let problems = none;
  for (const name in value) {
    if (name === '@context') continue;
    const member = value[name] as JsonValue;
    if (name === 'id') problems = join(problems, isUri(member) ? none : problem('not-a-uri', name));
    else if (name === 'type') problems = join(problems, isTypes(member) ? none : problem('not-a-type', name));
    else problems = join(problems, under(name, everywhere(member)));
  }
  return problems;
}

function isTypes(value: JsonValue): boolean {
  const types = asList(value);
  return types.length > 0 && types.every((type) => typeof type === 'string' && type !== '');
}

/** A string, or language-value objects (§11.1). */
function words(value: JsonValue | undefined, at: string): readonly BadgeProblem[] {
  if (value === undefined || typeof value === 'string') return none;
  const items = asList(value);
  const good = items.length > 0 && items.every((item) => isJsonObject(item) && isLanguageValue(item));
  return good ? none : problem('not-words', at);
}

function isLanguageValue(value: JsonObject): boolean {
  const { '@value': text, '@language': language, '@direction': direction, ...others } = value;
  const rightTypes = [language, direction].every((item) => item === undefined || typeof item === 'string');
  return typeof text === 'string' && rightTypes && Object.keys(others).length === 0;
}

function issuerProblems(issuer: JsonValue | undefined): readonly BadgeProblem[] {
  if (!isJsonObject(issuer)) return isUri(issuer) ? none : problem('not-a-uri', 'issuer');
  const unnamed = issuer.id === undefined ? problem('missing', 'issuer.id') : none;
  return join(join(unnamed, words(issuer.name, 'issuer.name')), words(issuer.description, 'issuer.description'));
}

function subjectProblems(subject: JsonValue | undefined): readonly BadgeProblem[] {
  const subjects = asList(subject);
  if (subjects.length === 0) return problem('missing', 'credentialSubject');
  const good = subjects.every((item) => isJsonObject(item) && Object.keys(item).length > 0);
  return good ? none : problem('not-an-object', 'credentialSubject');
}

function validityProblems(from: JsonValue | undefined, until: JsonValue | undefined): readonly BadgeProblem[] {
  const [start, end] = [parseDateTimeStamp(from), parseDateTimeStamp(until)];
  if (from !== undefined && !start) return problem('not-a-moment', 'validFrom');
  if (until !== undefined && !end) return problem('not-a-moment', 'validUntil');
  return start && end && end < start ? problem('before-validFrom', 'validUntil') : none;
}

function typed(value: JsonValue | undefined, at: string): readonly BadgeProblem[] {
  const good = asList(value).every((item) => isJsonObject(item) && item.type !== undefined);
  return good ? none : problem('type-missing', at);
}

function withIds(value: JsonValue | undefined, at: string): readonly BadgeProblem[] {
  const good = asList(value).every((item) => isJsonObject(item) && item.id !== undefined);
  return good ? none : problem('id-missing', at);
}

function relatedProblems(value: JsonValue | undefined): readonly BadgeProblem[] {
  const at = 'relatedResource';
  const resources = asList(value);
  if (!resources.every(isJsonObject)) return problem('not-an-object', at);
  const ids = resources.map(({ id }) => id);
  const unique = new Set(ids).size === ids.length ? none : problem('ids-not-unique', at);
  const digested = resources.every(({ digestSRI, digestMultibase }) => digestSRI !== undefined || digestMultibase !== undefined);
  return [...withIds(value, at), ...unique, ...(digested ? none : problem('digest-missing', at))];
}
