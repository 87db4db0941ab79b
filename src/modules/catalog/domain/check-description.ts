import { isBlank, isLanguageTag, isWebAddress } from './content-predicates.js';
import type { Level, MicroCredentialDraft, Skill, Workload } from './micro-credential.js';
import { problem, type PublishingProblem } from './publishing-problem-codes.js';

export type Description = Pick<
  MicroCredentialDraft,
  'title' | 'summary' | 'outcomes' | 'skills' | 'level' | 'workload' | 'language' | 'criteria' | 'badgeImageFileId'
>;

/** What the catalogue and the badge say about the micro-credential. */
export function descriptionProblems(description: Description, fileExists: (fileId: string) => boolean): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (isBlank(description.title)) problems.push(problem('title_missing', '/title'));
  if (isBlank(description.summary)) problems.push(problem('summary_missing', '/summary'));
  if (isBlank(description.criteria)) problems.push(problem('criteria_missing', '/criteria'));
  problems.push(
    ...outcomeProblems(description.outcomes),
    ...skillProblems(description.skills),
    ...levelProblems(description.level),
    ...languageProblems(description.language),
    ...workloadProblems(description.workload),
  );
  if (description.badgeImageFileId !== null && !fileExists(description.badgeImageFileId)) {
    problems.push(problem('file_missing', '/badgeImageFileId', { place: 'Badge image' }));
  }
  return problems;
}

function outcomeProblems(outcomes: readonly string[]): PublishingProblem[] {
  if (outcomes.length === 0) return [problem('outcomes_missing', '/outcomes')];
  return outcomes.flatMap((outcome, index) =>
    isBlank(outcome) ? [problem('outcome_empty', `/outcomes/${index}`, { number: index + 1 })] : [],
  );
}

function skillProblems(skills: readonly Skill[]): PublishingProblem[] {
  if (skills.length === 0) return [problem('skills_missing', '/skills')];
  return skills.flatMap(({ name, alignment }, index) => {
    const path = `/skills/${index}`;
    const problems: PublishingProblem[] = [];
    if (isBlank(name)) problems.push(problem('skill_name_missing', `${path}/name`, { number: index + 1 }));
    // Open Badges 3.0 requires `targetName` and `targetUrl` of every Alignment.
    if (alignment !== null && isBlank(alignment.targetName)) {
      problems.push(problem('alignment_name_missing', `${path}/alignment/targetName`, { skill: name }));
    }
    if (alignment !== null && !isWebAddress(alignment.targetUrl)) {
      problems.push(problem('alignment_url_malformed', `${path}/alignment/targetUrl`, { skill: name }));
    }
    return problems;
  });
}

function levelProblems(level: Level | null): PublishingProblem[] {
  if (level === null) return [];
  const valid = level.framework === 'EQF' ? /^[1-8]$/.test(level.value) : !isBlank(level.value);
  return valid ? [] : [problem('level_malformed', '/level/value')];
}

function languageProblems(language: string): PublishingProblem[] {
  if (isBlank(language)) return [problem('language_missing', '/language')];
  return isLanguageTag(language) ? [] : [problem('language_malformed', '/language', { language })];
}

function workloadProblems({ hours, ects, ceu }: Workload): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (!(Number.isFinite(hours) && hours > 0)) problems.push(problem('workload_missing', '/workload/hours'));
  if (ects !== null && !isStepAboveZero(ects, 2)) problems.push(problem('workload_ects_malformed', '/workload/ects'));
  if (ceu !== null && !isStepAboveZero(ceu, 10)) problems.push(problem('workload_ceu_malformed', '/workload/ceu'));
  return problems;
}

function isStepAboveZero(value: number, stepsPerUnit: number): boolean {
  const steps = value * stepsPerUnit;
  return Number.isFinite(steps) && steps > 0 && Math.abs(steps - Math.round(steps)) < 1e-6;
}
