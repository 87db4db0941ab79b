import type { EditionContent } from '../../catalog/domain/edition.js';

/** The descriptive elements of Council Recommendation 2022/C 243/02, Annex I, that are the programme's rather than the award's. */
export interface ProgrammeFacts {
  readonly number: number;
  readonly outcomes: readonly string[];
  readonly hours: number;
  readonly ects: number | null;
  readonly ceu: number | null;
  readonly level: EditionContent['level'];
  readonly deliveryMode: EditionContent['deliveryMode'];
  /** Of the project that was assessed. */
  readonly assessment: string;
  readonly qualityAssurance: string;
  readonly prerequisites: string;
}

/** What the signed words say of the programme. European badges say it all, others what Open Badges have words for. */
export interface StatedFacts {
  readonly outcomes: readonly string[];
  readonly hours: number | null;
  readonly ects: number | null;
  readonly ceu: number | null;
  readonly level: EditionContent['level'];
  readonly deliveryMode: EditionContent['deliveryMode'] | null;
  /** Of the project that was assessed. */
  readonly assessment: string | null;
  readonly qualityAssurance: string | null;
  readonly prerequisites: string | null;
}

/** Of a signed Achievement, what says it. */
export interface SignedProgramme {
  alignment?: { targetType?: string; targetName: string; targetUrl: string; targetFramework?: string; targetCode?: string }[];
  learningOutcome?: string[];
  workloadHours?: number;
  ects?: number;
  ceu?: number;
  localLevel?: string;
  participationType?: EditionContent['deliveryMode'];
  project?: string;
  qualityAssurance?: string;
  entryRequirement?: string;
}

export function statedFacts(achievement: SignedProgramme): StatedFacts {
  return {
    outcomes: achievement.learningOutcome ?? [],
    hours: achievement.workloadHours ?? null,
    ects: achievement.ects ?? null,
    ceu: achievement.ceu ?? null,
    level: levelOf(achievement),
    deliveryMode: achievement.participationType ?? null,
    assessment: achievement.project ?? null,
    qualityAssurance: achievement.qualityAssurance ?? null,
    prerequisites: achievement.entryRequirement ?? null,
  };
}

function levelOf({ localLevel, alignment = [] }: SignedProgramme): EditionContent['level'] {
  if (localLevel !== undefined) return { framework: 'local', value: localLevel };
  const codes = alignment.flatMap(({ targetType, targetCode }) => (targetType === 'ext:EQF' && targetCode ? [targetCode] : []));
  // Behind those of the skills, whose authors may name the framework too.
  const eqf = codes.at(-1);
  return eqf === undefined ? null : { framework: 'EQF', value: eqf };
}

export function programmeFacts(number: number, content: EditionContent): ProgrammeFacts {
  const { outcomes, workload, level, deliveryMode, qualityAssurance, prerequisites, project } = content;
  const { hours, ects, ceu } = workload;
  return { number, outcomes, hours, ects, ceu, level, deliveryMode, assessment: project.title, qualityAssurance, prerequisites };
}

/** What the edition tells and the signed words do not. */
export function unstatedFacts(stated: StatedFacts, told: ProgrammeFacts | null): StatedFacts {
  const rest = <Fact>(signed: Fact | null, published: Fact | null | undefined) => (signed === null ? (published ?? null) : null);
  return {
    outcomes: stated.outcomes.length === 0 ? (told?.outcomes ?? []) : [],
    hours: rest(stated.hours, told?.hours),
    ects: rest(stated.ects, told?.ects),
    ceu: rest(stated.ceu, told?.ceu),
    level: rest(stated.level, told?.level),
    deliveryMode: rest(stated.deliveryMode, told?.deliveryMode),
    assessment: rest(stated.assessment, told?.assessment),
    qualityAssurance: rest(stated.qualityAssurance, told?.qualityAssurance),
    prerequisites: rest(stated.prerequisites, told?.prerequisites),
  };
}
