import { asList, isJsonObject, type JsonObject, type JsonValue } from './json.js';
import type { BadgeProblem } from './problem-paths.js';
import { shapeProblems } from './shape-problems.js';

export type { BadgeProblem } from './problem-paths.js';

/**
 * What keeps the document from being an Open Badges 3.0 credential: the table of classes, and the rules that the published JSON schemas
 * do not check. An empty list means nothing is wrong. The proof is not looked at.
 */
export function openBadgeProblems(credential: JsonObject): readonly BadgeProblem[] {
  return [
    ...typeProblems(credential),
    ...shapeProblems(credential, 'Credential'),
    ...subjectProblems(member(credential, 'credentialSubject')),
    ...statusProblems(credential.credentialStatus),
  ];
}

export function isOpenBadge(credential: JsonObject): boolean {
  const types = asList(credential.type);
  return types.includes('OpenBadgeCredential') || types.includes('AchievementCredential');
}

/** The same for an EndorsementCredential, which the published schema says all of. */
export function endorsementProblems(credential: JsonObject): readonly BadgeProblem[] {
  return shapeProblems(credential, 'Endorsement');
}

export function isEndorsement(credential: JsonObject): boolean {
  return asList(credential.type).includes('EndorsementCredential');
}

function typeProblems(credential: JsonObject): readonly BadgeProblem[] {
  return isOpenBadge(credential) ? [] : [{ problem: 'not-an-OpenBadgeCredential', at: 'type' }];
}

function subjectProblems(subject: JsonObject): readonly BadgeProblem[] {
  const problems: BadgeProblem[] = [];
  if (subject.id === undefined && asList(subject.identifier).length === 0) {
    problems.push({ problem: 'nobody-named', at: 'credentialSubject' });
  }
  const achievement = member(subject, 'achievement');
  const criteria = member(achievement, 'criteria');
  if (criteria.id === undefined && criteria.narrative === undefined) {
    problems.push({ problem: 'criteria-missing', at: 'credentialSubject.achievement.criteria' });
  }
  return [...problems, ...descriptionProblems(achievement), ...resultProblems(subject, achievement)];
}

function descriptionProblems(achievement: JsonObject): readonly BadgeProblem[] {
  const at = 'credentialSubject.achievement.resultDescription';
  const descriptions = objects(achievement.resultDescription);
  const problems: BadgeProblem[] = descriptions
    .filter(
      ({ requiredLevel, rubricCriterionLevel }) =>
        requiredLevel !== undefined && !ids(rubricCriterionLevel).includes(requiredLevel),
    )
    .map(() => ({ problem: 'required-level-unknown', at }));
  const known = descriptions.flatMap((description) => [description.id, ...ids(description.rubricCriterionLevel)]);
  if (new Set(known).size < known.length) problems.push({ problem: 'ids-not-unique', at });
  return problems;
}

function resultProblems(subject: JsonObject, achievement: JsonObject): readonly BadgeProblem[] {
  const descriptions = objects(achievement.resultDescription);
  return objects(subject.result).flatMap((result, index) => {
    const at = `credentialSubject.result[${index}]`;
    if (result.resultDescription === undefined) return [];
    const description = descriptions.find(({ id }) => id === result.resultDescription);
    if (!description) return [{ problem: 'result-description-unknown', at }];
    if (description.resultType === 'Status' && result.status === undefined) return [{ problem: 'status-missing', at }];
    const levelKnown = result.achievedLevel === undefined || ids(description.rubricCriterionLevel).includes(result.achievedLevel);
    return levelKnown ? [] : [{ problem: 'achieved-level-unknown', at }];
  });
}

/** Bitstring Status List §2.1. Other status types are left to whoever reads them. */
function statusProblems(status: JsonValue | undefined): readonly BadgeProblem[] {
  if (!isJsonObject(status) || status.type !== 'BitstringStatusListEntry') return [];
  const at = 'credentialStatus';
  const problems: BadgeProblem[] = [];
  if (typeof status.statusListIndex !== 'string' || !/^\d{1,15}$/.test(status.statusListIndex)) {
    problems.push({ problem: 'status-index-not-a-number-in-a-string', at: `${at}.statusListIndex` });
  }
  if (status.id === status.statusListCredential) problems.push({ problem: 'status-id-is-the-list', at: `${at}.id` });
  return problems;
}

function member(parent: JsonObject, name: string): JsonObject {
  const value = parent[name];
  return isJsonObject(value) ? value : {};
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return asList(value).filter(isJsonObject);
}

function ids(value: JsonValue | undefined): readonly JsonValue[] {
  return objects(value).flatMap(({ id }) => (id === undefined ? [] : [id]));
}
