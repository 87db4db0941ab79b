import type { AchievementSnapshot } from './achievement.js';

/** Everything a badge says, as plain facts gathered before it is built. Nothing in it is looked up later. */
export interface Award {
  /** Absolute URL (or urn:uuid) of the credential. Stays the same when the credential is re-issued. */
  readonly id: string;
  readonly issuer: IssuerProfile;
  readonly achievement: AchievementSnapshot;
  readonly learner: AwardedLearner;
  readonly assessment: AssessmentFacts;
  readonly status: StatusListPlace;
  /** When the learner earned it: the same in every re-issue, unlike `validFrom` (openbadges-specification #589). */
  readonly awardedAt: Date;
  readonly validFrom: Date;
  readonly validUntil?: Date;
  /** Where the newest form of the credential is found, when it can be renewed. */
  readonly refreshUrl?: string;
}

export interface IssuerProfile {
  /** The DID whose document holds the signing keys. */
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly email?: string;
  readonly description?: string;
  readonly imageUrl?: string;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string;
  readonly region?: string;
  readonly identifiers?: readonly OrganizationIdentifier[];
  readonly parent?: { readonly id: string; readonly name: string };
}

export interface OrganizationIdentifier {
  readonly identifier: string;
  /** An Open Badges identifier type, or `ext:…` such as `ext:ROR`. */
  readonly identifierType: string;
}

/** Who earned it. At least one of `subjectId` and `hashedEmail` is needed (OB 3.0 §B.1.3). */
export interface AwardedLearner {
  /** `urn:uuid:…` made for this learner and this issuer alone, so that badges cannot be linked across issuers. */
  readonly subjectId?: string;
  readonly hashedEmail?: SaltedHash;
  readonly name?: { readonly text: string; readonly consented: boolean };
}

/** `identityHash` is `sha256$` and the hex digest of the lower-cased e-mail address followed by the salt. */
export interface SaltedHash {
  readonly identityHash: string;
  readonly salt: string;
}

export interface AssessmentFacts {
  readonly results: readonly AwardedResult[];
  /** Grades and levels stay out of the badge until the learner has agreed to show them. */
  readonly resultsConsented: boolean;
  readonly evidence: readonly AwardedEvidence[];
  readonly creditsEarned?: number;
  /** The office's own number for the award. */
  readonly licenseNumber?: string;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
}

export interface AwardedResult {
  /** The id of one of the achievement's result descriptions. */
  readonly resultDescription: string;
  readonly value?: string;
  /** The id of one of that description's rubric levels. */
  readonly achievedLevel?: string;
  readonly status?: 'Completed' | 'Enrolled' | 'Failed' | 'InProgress' | 'OnHold' | 'Provisional' | 'Withdrew';
}

export interface AwardedEvidence {
  /** Left out where there is nothing to open: the words are the evidence. */
  readonly url?: string;
  readonly name: string;
  readonly description?: string;
  readonly narrative?: string;
  readonly genre?: string;
  /** `sha256-…` (base64) over the frozen copy the assessor judged. */
  readonly digestSri?: string;
  /** Only what the learner chose to publish reaches the badge. */
  readonly published: boolean;
}

export interface StatusListPlace {
  readonly listUrl: string;
  readonly index: number;
}
