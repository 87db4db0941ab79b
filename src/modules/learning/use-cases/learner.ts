import type { KnownPlace, Standing } from '../data/progress.repository.js';
import type { EditionOutline } from '../domain/edition-outline.js';
import { lockReasonWords } from '../domain/lock-reason-words.js';
import type { LockReason } from '../domain/unlocking.js';
import { type Way, wayOf, type KnownLearner } from '../domain/way.js';

/** A learner whose facts are written. */
export interface KnownLearnerPlace {
  standing: KnownPlace;
  edition: EditionOutline;
}

/** A learner in an offering: the place, all that is known of them, and the edition they are on. */
export interface Learner extends KnownLearnerPlace {
  standing: Standing;
}

/** What the rules need to know. Completed is what an enrolment becomes when the project is passed. */
export function knownLearner({ known, state, startedAt, createdAt }: KnownPlace): KnownLearner {
  return { known, projectPassed: state === 'completed', startedAt: startedAt ?? createdAt };
}

export function wayOfLearner({ standing, edition }: Learner, now: Date): Way {
  return wayOf(edition, knownLearner(standing), now);
}

export function courseTitles({ courses }: EditionOutline): Map<string, string> {
  return new Map(courses.map(({ id, title }) => [id, title]));
}

/** How the courses that the reasons name are called. */
export function titlesOf({ edition }: Learner, reasons: readonly LockReason[]): Record<string, string> {
  const named = reasons.flatMap((reason) =>
    'courseId' in reason ? reason.courseId : 'courseIds' in reason ? reason.courseIds : [],
  );
  return Object.fromEntries([...courseTitles(edition)].filter(([id]) => named.includes(id)));
}

/** What stands before a course, in sentences; nothing where it is open. */
export function lockWords({ standing, edition }: Learner, reasons: readonly LockReason[]): string {
  const titles = courseTitles(edition);
  return reasons.map((reason) => lockReasonWords(reason, titles, standing.timeZone)).join(' ');
}
