import type { Marking, Project, Rubric } from './project.js';
import type { Requirement } from './sequence.js';

/** Open Badges 3.0 alignment: what a skill is called in a public framework (ESCO, CASE, O*NET, …). */
export interface Alignment {
  targetName: string;
  targetUrl: string;
  targetFramework: string;
  targetCode: string;
  targetType: string;
}

export interface Skill {
  name: string;
  alignment: Alignment | null;
}

export interface Workload {
  hours: number;
  /** European credits, steps of 0.5; `null` where the institution gives none. */
  ects: number | null;
  /** Continuing education units (contact hours / 10); `null` where none are given. */
  ceu: number | null;
}

export interface Level {
  framework: 'EQF' | 'local';
  value: string;
}

/** How it is made sure whose work is assessed (Council Recommendation 2022/C 243/02, Annex I, optional elements). */
export type Supervision = 'unsupervised' | 'supervised' | 'supervised-online' | 'onsite-with-identity-check';

/** What else a badge tells, beyond what the catalogue shows. */
export interface AwardTerms {
  /** Months that a badge is valid for, from the day it was earned; `null`: for good. */
  validityMonths: number | null;
  /** Whether somebody whose badge runs out can have it renewed. */
  renewable: boolean;
  supervision: Supervision | null;
  /** Where the quality assurance is described. */
  qualityAssuranceUrl: string | null;
  /** What it counts towards. */
  stackability: string;
}

export type DeliveryMode = 'online' | 'blended' | 'onsite';

/** What an author edits. Nothing in it has to be complete before publishing. */
export interface MicroCredentialDraft {
  title: string;
  summary: string;
  /** Markdown. */
  description: string;
  outcomes: string[];
  skills: Skill[];
  level: Level | null;
  workload: Workload;
  /** BCP 47. */
  language: string;
  deliveryMode: DeliveryMode;
  qualityAssurance: string;
  prerequisites: string;
  /** What the badge says one did to earn it. Markdown. */
  criteria: string;
  badgeImageFileId: string | null;
  /** Absent as long as nobody has said anything. */
  awardTerms?: AwardTerms | null;
  courseIds: string[];
  sequence: Requirement;
  project: Project | null;
  rubric: Rubric | null;
  marking: Marking;
}
