import { type AchievementSnapshot, buildAchievement, image } from './achievement.js';
import type { Award, AwardedEvidence, AwardedLearner, AwardedResult, IssuerProfile, StatusListPlace } from './award.js';
import { dateTimeStamp } from './date-time.js';
import { compact, type JsonObject } from './json.js';
import { type BadgeProblem, openBadgeProblems } from './open-badge-problems.js';

export type { Award } from './award.js';

/** The order is part of the standard (OB 3.0 §B.1.2); the third defines the type of `credentialSchema`, without which nothing can be signed. */
export const OPEN_BADGE_CONTEXTS: readonly string[] = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
];

const OPEN_BADGE_SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

export type BuiltCredential =
  | { readonly ok: true; readonly credential: JsonObject }
  | { readonly ok: false; readonly problems: readonly BadgeProblem[] };

/**
 * The unsigned Open Badges 3.0 credential of an award, on the VC 2.0 data model. The same award always gives the same document.
 * An award that would make an invalid badge comes back as the list of what is wrong, to be mended where it was authored.
 */
export function buildOpenBadgeCredential(award: Award): BuiltCredential {
  const credential = compact({
    '@context': openBadgeContexts(award.achievement),
    id: award.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: award.achievement.name,
    description: award.achievement.description,
    // The caption stands in the achievement alone: said twice of one image, either copy could be taken away without breaking the proof.
    image: award.achievement.image && image({ url: award.achievement.image.url }),
    issuer: buildIssuer(award.issuer),
    awardedDate: dateTimeStamp(award.awardedAt),
    validFrom: dateTimeStamp(award.validFrom),
    validUntil: award.validUntil && dateTimeStamp(award.validUntil),
    credentialSubject: subject(award),
    evidence: award.assessment.evidence.filter((item) => item.published).map(buildEvidence),
    credentialSchema: schemas(award.achievement).map((id) => ({ id, type: '1EdTechJsonSchemaValidator2019' })),
    credentialStatus: credentialStatus(award.status),
    // One object: the published schemas know no list here.
    refreshService: award.refreshUrl === undefined ? undefined : { id: award.refreshUrl, type: '1EdTechCredentialRefresh' },
  });
  const problems = openBadgeProblems(credential);
  return problems.length === 0 ? { ok: true, credential } : { ok: false, problems };
}

/** The contexts of a badge for the achievement, in the order of the standard; our own last. */
export function openBadgeContexts({ european }: AchievementSnapshot): readonly string[] {
  return european ? [...OPEN_BADGE_CONTEXTS, european.contextUrl] : OPEN_BADGE_CONTEXTS;
}

function schemas({ european }: AchievementSnapshot): readonly string[] {
  return european ? [OPEN_BADGE_SCHEMA, european.schemaUrl] : [OPEN_BADGE_SCHEMA];
}

/** The issuer as an Open Badges Profile (OB 3.0 §B.1.10), in badges and at its own address. */
export function buildIssuer(profile: IssuerProfile): JsonObject {
  return compact({
    id: profile.id,
    type: ['Profile'],
    name: profile.name,
    url: profile.url,
    email: profile.email,
    description: profile.description,
    image: profile.imageUrl === undefined ? undefined : image({ url: profile.imageUrl }),
    address: address(profile),
    otherIdentifier: profile.identifiers?.map(({ identifier, identifierType }) => ({
      type: 'IdentifierEntry',
      identifier,
      identifierType,
    })),
    parentOrg: profile.parent && { id: profile.parent.id, type: ['Profile'], name: profile.parent.name },
  });
}

function address({ countryCode, region }: IssuerProfile): JsonObject | undefined {
  if (countryCode === undefined && region === undefined) return undefined;
  return compact({ type: ['Address'], addressCountryCode: countryCode, addressRegion: region });
}

function subject({ learner, assessment, achievement }: Award): JsonObject {
  return compact({
    id: learner.subjectId,
    type: ['AchievementSubject'],
    identifier: buildIdentifiers(learner),
    creditsEarned: assessment.creditsEarned,
    activityStartDate: assessment.startedAt && dateTimeStamp(assessment.startedAt),
    activityEndDate: assessment.endedAt && dateTimeStamp(assessment.endedAt),
    licenseNumber: assessment.licenseNumber,
    result: assessment.resultsConsented ? assessment.results.map(buildResult) : undefined,
    achievement: buildAchievement(achievement),
  });
}

/** What a badge names its learner by besides the id: a list of IdentityObjects. */
export function buildIdentifiers(learner: AwardedLearner): readonly JsonObject[] {
  const entries: JsonObject[] = [];
  if (learner.hashedEmail) {
    const { identityHash, salt } = learner.hashedEmail;
    entries.push({ type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash, salt });
  }
  if (learner.name?.consented) {
    // Wallets show "issued to" only from a name that is not hashed.
    entries.push({ type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: learner.name.text });
  }
  return entries;
}

export function buildResult(outcome: AwardedResult): JsonObject {
  return compact({
    type: ['Result'],
    resultDescription: outcome.resultDescription,
    value: outcome.value,
    achievedLevel: outcome.achievedLevel,
    status: outcome.status,
  });
}

export function buildEvidence(item: AwardedEvidence): JsonObject {
  return compact({
    id: item.url,
    type: ['Evidence'],
    name: item.name,
    description: item.description,
    narrative: item.narrative,
    genre: item.genre,
    digestSRI: item.digestSri,
  });
}

/** One object, never a list: Open Badges 3.0 refuses two entries. The id must not be the bare list URL (Bitstring Status List §2.1). */
export function credentialStatus(place: StatusListPlace): JsonObject {
  return {
    id: `${place.listUrl}#${place.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(place.index),
    statusListCredential: place.listUrl,
  };
}
