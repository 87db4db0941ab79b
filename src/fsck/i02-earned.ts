import { gradeProblem } from './earned/grade.js';
import { AWARDS, type DecidedAward, type FrozenEdition, readEditions } from './earned/read-awards.js';
import { historicFindings } from './earned/historic.js';
import { satisfies } from './earned/sequence.js';
import type { Breach, Invariant } from './inspection.js';
import { pages } from './query.js';

export const earned: Invariant = {
  id: 'I2',
  says: 'no credential without every required course and a final pass, given by an assessor who was entitled then, or a row of a file that an entitled office vouched for',
  check: async ({ snapshot }) => {
    const editions = new Map<string, FrozenEdition>();
    const breaches: Breach[] = [];
    let awards = 0;
    for await (const batch of pages<DecidedAward>(snapshot, AWARDS)) {
      awards += batch.length;
      const unread = [...new Set(batch.map(({ editionId }) => editionId))].filter((id) => !editions.has(id));
      for (const edition of await readEditions(snapshot, unread)) editions.set(edition.id, edition);
      for (const award of batch) {
        const problems = problemsOf(award, editions.get(award.editionId));
        breaches.push(...problems.map((detail) => ({ subject: `credential ${award.id}`, detail })));
      }
    }
    const historic = await historicFindings(snapshot);
    return { counts: { awards, ...historic.counts }, breaches: [...breaches, ...historic.breaches] };
  },
};

function problemsOf(award: DecidedAward, edition: FrozenEdition | undefined): string[] {
  if (!edition) return [`its edition ${award.editionId} is gone`];
  const grade = gradeProblem(edition.rubric, award.grade);
  return [
    ...(award.sameEnrollment && award.samePerson ? [] : ['enrolment, learner and assessment do not belong together']),
    ...(award.pinnedEditionId === award.editionId ? [] : [`the learner was on the edition ${award.pinnedEditionId} then`]),
    ...(award.final && award.verdict === 'passed' ? [] : [`its assessment is ${award.final ? award.verdict : 'not final'}`]),
    ...(award.corrected ? ['its verdict had been corrected before it was decided'] : []),
    ...(isAtOrAfter(award.plannedAt, award.decidedAt) ? [] : ['it was decided before the verdict']),
    ...(award.issuedAt === null || isAtOrAfter(award.issuedAt, award.decidedAt) ? [] : ['it was issued before the verdict']),
    ...(award.assessorIsLearner ? ['the assessor is the learner'] : []),
    ...judgeProblems(award),
    ...(award.marker === 'requalification' ? ruleProblems(award) : []),
    ...(grade === null ? [] : [`its grade is no pass: ${grade}`]),
    ...(hasFinished(award, edition) ? [] : ['the courses that the edition asks for were not complete']),
  ];
}

/** Verdicts come from assessors of the offering, and corrections from the office too. */
function judgeProblems({ assessorRole, assessorOfOffering, judgedBy, judgeOfOffice }: DecidedAward): string[] {
  if (judgeOfOffice) return [];
  if (judgedBy === 'requalification') return ['a rule was applied to work that nobody had judged'];
  return [
    ...(assessorRole ? [] : ['who gave the verdict was no assessor of the institution then']),
    ...(assessorOfOffering ? [] : ['who gave the verdict was no assessor of the offering then']),
  ];
}

/** A rule judges nothing: it counts what was found, and the office answers for its being applied. */
function ruleProblems({ nothingAdded, confirmed, confirmedByOffice }: DecidedAward): string[] {
  return [
    ...(nothingAdded ? [] : ['the rule was applied to other ratings than the assessor had given']),
    ...(confirmed ? [] : ['nobody confirmed that the rule was to be applied to this learner']),
    ...(confirmedByOffice ? [] : ['who confirmed it did not work for the office then']),
  ];
}

function hasFinished({ activities, courses }: DecidedAward, { sequence, courses: frozen }: FrozenEdition): boolean {
  const completed = new Set(activities);
  const done = frozen
    .filter(({ required }) => required.length > 0 && required.every((id) => completed.has(id)))
    .map(({ id }) => id);
  return satisfies(sequence, new Set([...done, ...courses])) ?? true;
}

function isAtOrAfter(time: Date, other: Date): boolean {
  return time.getTime() >= other.getTime();
}
