import type { Award } from './award.js';
import { dateTimeStamp } from './date-time.js';
import { isJsonObject, type JsonObject } from './json.js';
import { type BuiltCredential, buildOpenBadgeCredential, credentialStatus } from './open-badge-credential.js';
import { isUri } from './uri.js';

/** A badge that was built and checked, and the award that it was built for. */
interface Example {
  readonly award: Award;
  readonly credential: JsonObject;
  readonly subject: JsonObject;
}

/**
 * Builds the badges of awards that have nearly everything in common, as `buildOpenBadgeCredential` would one by one. What issuer and
 * achievement say is the same in all of them: it is written and checked once, in the first badge, and the later ones share it. Of each
 * only what is its own is looked at; where anything about that is not plainly right, the badge is built and checked as a whole. A badge is given as its text is read again.
 */
export class BadgeSeries {
  private example: Example | undefined;

  build(award: Award): BuiltCredential {
    const { example } = this;
    if (example && isAlike(award, example.award) && isPlainlyRight(award))
      return { ok: true, credential: another(example, award) };
    const built = buildOpenBadgeCredential(award);
    if (!built.ok) return built;
    const credential = JSON.parse(JSON.stringify(built.credential)) as JsonObject;
    if (isPlain(award)) this.example = exampleOf(award, credential) ?? example;
    return { ok: true, credential };
  }
}

function exampleOf(award: Award, credential: JsonObject): Example | undefined {
  const subject = credential.credentialSubject;
  return isJsonObject(subject) ? { award, credential, subject } : undefined;
}

/** Nothing in it is chosen by the learner, so that two of them differ in names, dates and places alone. */
function isPlain({ learner, assessment }: Award): boolean {
  return (
    learner.subjectId !== undefined &&
    learner.hashedEmail === undefined &&
    learner.name === undefined &&
    !assessment.resultsConsented &&
    assessment.evidence.length === 0
  );
}

/** Of the same issuer for the same, with the same members. */
function isAlike(award: Award, other: Award): boolean {
  return (
    isPlain(award) &&
    award.issuer === other.issuer &&
    award.achievement === other.achievement &&
    award.assessment.creditsEarned === other.assessment.creditsEarned &&
    (award.assessment.startedAt === undefined) === (other.assessment.startedAt === undefined) &&
    (award.assessment.endedAt === undefined) === (other.assessment.endedAt === undefined) &&
    (award.validUntil === undefined) === (other.validUntil === undefined) &&
    (award.refreshUrl === undefined) === (other.refreshUrl === undefined)
  );
}

/** No more than what `buildOpenBadgeCredential` accepts of the members in which such badges differ. */
function isPlainlyRight({ id, learner, assessment, status, awardedAt, validFrom, validUntil, refreshUrl }: Award): boolean {
  const addresses = [id, learner.subjectId, status.listUrl, refreshUrl];
  const moments = [awardedAt, validFrom, validUntil, assessment.startedAt, assessment.endedAt];
  return (
    addresses.every((address) => address === undefined || isUri(address)) &&
    moments.every((moment) => moment === undefined || isOrdinary(moment)) &&
    Number.isSafeInteger(status.index) &&
    status.index >= 0 &&
    status.index < 1e15
  );
}

/** In a year that is written with four digits. */
function isOrdinary(moment: Date): boolean {
  const year = moment.getUTCFullYear();
  return year >= 0 && year <= 9_999;
}

/** The members stay in their places: only values are put in. */
function another({ credential, subject }: Example, award: Award): JsonObject {
  const { learner, assessment, status, validUntil, refreshUrl } = award;
  return {
    ...credential,
    id: award.id,
    awardedDate: dateTimeStamp(award.awardedAt),
    validFrom: dateTimeStamp(award.validFrom),
    ...(validUntil && { validUntil: dateTimeStamp(validUntil) }),
    credentialSubject: {
      ...subject,
      id: learner.subjectId ?? '',
      ...(assessment.startedAt && { activityStartDate: dateTimeStamp(assessment.startedAt) }),
      ...(assessment.endedAt && { activityEndDate: dateTimeStamp(assessment.endedAt) }),
    },
    credentialStatus: credentialStatus(status),
    ...(refreshUrl !== undefined && { refreshService: { id: refreshUrl, type: '1EdTechCredentialRefresh' } }),
  };
}
