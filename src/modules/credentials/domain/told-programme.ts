import { compact, type JsonObject } from './json.js';

/** What a badge tells of its programme that Open Badges 3.0 has no words for. What is printed beside the badge is among it. */
export interface ToldProgramme {
  /** Where the words and their form are defined: an address of this installation each. */
  readonly contextUrl: string;
  readonly schemaUrl: string;
  /** All that Council Recommendation 2022/C 243/02, Annex I, asks for is known. */
  readonly european: boolean;
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
  readonly qualityAssurance?: string;
  readonly prerequisites?: string;
  readonly stackability?: string;
}

/** In the words that SURF's Educredentials use, so that readers of those understand ours. */
export type SupervisionType =
  | 'unsupervised with no identity verification'
  | 'supervised with no identity verification'
  | 'supervised online'
  | 'onsite with identity verification';

/** The type that defines the members (`contexts/microcredential-v2.json`, and `-v1.json` the European one). */
export function programmeType({ european }: ToldProgramme): string {
  return european ? 'EuMicrocredentialAchievement' : 'MicrocredentialAchievement';
}

/** The members that the type adds to an Achievement. */
export function programmeMembers(told: ToldProgramme): JsonObject {
  return compact({
    learningOutcome: [...told.learningOutcomes],
    workloadHours: told.workloadHours,
    ects: told.ects,
    ceu: told.ceu,
    localLevel: told.localLevel,
    assessmentType: [...told.assessmentTypes],
    project: told.project,
    participationType: told.participation,
    supervisionType: told.supervision,
    qualityAssurance: told.qualityAssurance,
    entryRequirement: told.prerequisites,
    stackability: told.stackability,
  });
}
