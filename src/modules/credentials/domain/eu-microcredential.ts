import { compact, type JsonObject } from './json.js';

/** What a badge tells of Council Recommendation 2022/C 243/02, Annex I, that Open Badges 3.0 has no words for. */
export interface EuMicrocredential {
  /** Where the words and their form are defined: an address of this installation each. */
  readonly contextUrl: string;
  readonly schemaUrl: string;
  readonly learningOutcomes: readonly string[];
  readonly workloadHours: number;
  /** Open Badges' own credits have no unit. */
  readonly ects?: number;
  readonly ceu?: number;
  /** A level of a framework that has no public address; an EQF level is an alignment. */
  readonly localLevel?: string;
  readonly assessmentTypes: readonly ('testing' | 'application of a skill')[];
  /** What the graded project was called. */
  readonly project?: string;
  readonly participation: 'online' | 'onsite' | 'blended';
  readonly supervision?: SupervisionType;
  readonly qualityAssurance: string;
  readonly prerequisites?: string;
  readonly stackability?: string;
}

/** In the words that SURF's Educredentials use, so that readers of those understand ours. */
export type SupervisionType =
  | 'unsupervised with no identity verification'
  | 'supervised with no identity verification'
  | 'supervised online'
  | 'onsite with identity verification';

export const EU_ACHIEVEMENT_TYPE = 'EuMicrocredentialAchievement';

/** The members that the type adds to an Achievement (`contexts/microcredential-v2.json`; those without `ceu` and `project`, `-v1.json`). */
export function euMembers(eu: EuMicrocredential): JsonObject {
  return compact({
    learningOutcome: [...eu.learningOutcomes],
    workloadHours: eu.workloadHours,
    ects: eu.ects,
    ceu: eu.ceu,
    localLevel: eu.localLevel,
    assessmentType: [...eu.assessmentTypes],
    project: eu.project,
    participationType: eu.participation,
    supervisionType: eu.supervision,
    qualityAssurance: eu.qualityAssurance,
    entryRequirement: eu.prerequisites,
    stackability: eu.stackability,
  });
}
