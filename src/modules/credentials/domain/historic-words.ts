import type { AchievementSnapshot, ResultDescription } from './achievement.js';
import type { AwardedEvidence, AwardedResult } from './award.js';

/**
 * How the badge of an award from before Cairn says what it is (ADR 16): an Evidence without an address, whose narrative "describes the
 * process of achievement" (OB 3.0 §B.1.8). There was one, and it is not known here.
 */
export function recordedByImport(issuer: string, awardedOn: string, recordedAt: Date): AwardedEvidence {
  return {
    name: 'Record of an earlier award',
    narrative:
      `${issuer} awarded this on ${awardedOn}, and entered it from its records on ${recordedAt.toISOString().slice(0, 10)}. ` +
      'The issuer vouches for the award; the assessment behind it took place elsewhere and is not documented here.',
    genre: 'Record',
    published: true,
  };
}

/** The result as the office wrote it down. A rubric says nothing about it, so it brings a description of its own (OB 3.0 §B.1.19). */
export function recordedResult(
  achievement: AchievementSnapshot,
  value: string,
): { achievement: AchievementSnapshot; result: AwardedResult } {
  const description: ResultDescription = { id: `${achievement.id}#recorded`, name: 'Result on record', resultType: 'Result' };
  return {
    achievement: { ...achievement, results: [...achievement.results, description] },
    result: { resultDescription: description.id, value },
  };
}
