import { type AlignmentKind, targetTypes } from './alignment-types.js';
import { EU_ACHIEVEMENT_TYPE, euMembers, type EuMicrocredential } from './eu-microcredential.js';
import { compact, type JsonObject } from './json.js';

/** What can be earned, frozen when the edition was published. Its URL and words never change after the first award. */
export interface AchievementSnapshot {
  /** HTTPS URL that answers with this document; a new edition has a new one. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly criteria: { readonly narrative?: string; readonly url?: string };
  readonly image?: { readonly url: string; readonly caption?: string };
  /** Who designed it. When that is the issuer, its id alone: said twice, either copy of a word could be taken away without breaking a proof. */
  readonly creator?: { readonly id: string; readonly name?: string; readonly url?: string };
  readonly alignments: readonly SkillAlignment[];
  readonly tags: readonly string[];
  readonly creditsAvailable?: number;
  readonly fieldOfStudy?: string;
  readonly specialization?: string;
  readonly humanCode?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly version?: string;
  /** The achievement of the edition before this one. */
  readonly previous?: { readonly id: string; readonly version?: string };
  readonly results: readonly ResultDescription[];
  /** Present when all mandatory elements of a European micro-credential are known. */
  readonly european?: EuMicrocredential;
}

export interface SkillAlignment {
  readonly kind: AlignmentKind;
  readonly name: string;
  readonly url: string;
  readonly framework?: string;
  readonly code?: string;
  readonly description?: string;
}

export interface ResultDescription {
  readonly id: string;
  readonly name: string;
  readonly resultType:
    | 'GradePointAverage'
    | 'LetterGrade'
    | 'Percent'
    | 'PerformanceLevel'
    | 'RawScore'
    | 'Result'
    | 'RubricCriterion'
    | 'RubricCriterionLevel'
    | 'RubricScore'
    | 'ScaledScore'
    | 'Status';
  /** Lowest first. */
  readonly allowedValues?: readonly string[];
  readonly valueMin?: string;
  readonly valueMax?: string;
  readonly requiredValue?: string;
  /** The id of one of `levels`. */
  readonly requiredLevel?: string;
  /** Lowest first. */
  readonly levels?: readonly RubricLevel[];
}

export interface RubricLevel {
  readonly id: string;
  readonly name: string;
  readonly level?: string;
  readonly points?: string;
  readonly description?: string;
}

/** The Open Badges 3.0 Achievement of an edition (OB 3.0 §B.1.1), as embedded in every award and served at its own URL. */
export function buildAchievement(snapshot: AchievementSnapshot): JsonObject {
  return compact({
    id: snapshot.id,
    type: snapshot.european ? ['Achievement', EU_ACHIEVEMENT_TYPE] : ['Achievement'],
    achievementType: 'MicroCredential',
    name: snapshot.name,
    description: snapshot.description,
    criteria: compact({ id: snapshot.criteria.url, narrative: snapshot.criteria.narrative }),
    image: snapshot.image && image(snapshot.image),
    creator: snapshot.creator && creator(snapshot.creator),
    alignment: snapshot.alignments.map(alignment),
    tag: [...snapshot.tags],
    creditsAvailable: snapshot.creditsAvailable,
    fieldOfStudy: snapshot.fieldOfStudy,
    specialization: snapshot.specialization,
    humanCode: snapshot.humanCode,
    inLanguage: snapshot.language,
    version: snapshot.version,
    related: snapshot.previous && [compact({ id: snapshot.previous.id, type: ['Related'], version: snapshot.previous.version })],
    resultDescription: snapshot.results.map(resultDescription),
    ...(snapshot.european ? euMembers(snapshot.european) : {}),
  });
}

/** An Image is a closed class (OB 3.0 §B.1.12): an extra `alt` fails the schema, and the words belong in `caption`. */
export function image(source: { readonly url: string; readonly caption?: string }): JsonObject {
  return compact({ id: source.url, type: 'Image', caption: source.caption });
}

function creator(profile: NonNullable<AchievementSnapshot['creator']>): JsonObject {
  return compact({ id: profile.id, type: ['Profile'], name: profile.name, url: profile.url });
}

function alignment(skill: SkillAlignment): JsonObject {
  return compact({
    type: ['Alignment'],
    targetType: targetTypes[skill.kind],
    targetName: skill.name,
    targetUrl: skill.url,
    targetFramework: skill.framework,
    targetCode: skill.code,
    targetDescription: skill.description,
  });
}

function resultDescription(result: ResultDescription): JsonObject {
  return compact({
    id: result.id,
    type: ['ResultDescription'],
    name: result.name,
    resultType: result.resultType,
    allowedValue: result.allowedValues && [...result.allowedValues],
    valueMin: result.valueMin,
    valueMax: result.valueMax,
    requiredValue: result.requiredValue,
    requiredLevel: result.requiredLevel,
    rubricCriterionLevel: result.levels?.map(rubricLevel),
  });
}

function rubricLevel(level: RubricLevel): JsonObject {
  return compact({
    id: level.id,
    type: ['RubricCriterionLevel'],
    name: level.name,
    level: level.level,
    points: level.points,
    description: level.description,
  });
}
