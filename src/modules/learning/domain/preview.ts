import type { Requirement } from '../../catalog/domain/sequence.js';
import type { EditionOutline } from './edition-outline.js';
import type { EnrollmentState } from './learning-access.js';
import { nextUp } from './next-up.js';
import type { ActivityFacts } from './progress-facts.js';
import { wayOf, type KnownLearner } from './way.js';

/** Where a made-up learner stands, whom an author looks over the shoulder of. */
export const PREVIEW_STANDINGS = ['new', 'half-way', 'project-left', 'returned', 'passed', 'expired'] as const;
export type PreviewStanding = (typeof PREVIEW_STANDINGS)[number];

/** A made-up learner with the edition as it stands for them. Nothing of it is stored. */
export interface PreviewedLearner extends KnownLearner {
  edition: EditionOutline;
  state: EnrollmentState;
}

const DAY = 24 * 60 * 60 * 1000;
const STUDIED_DAYS = 28;

const STATES: Readonly<Record<PreviewStanding, EnrollmentState>> = {
  new: 'active',
  'half-way': 'active',
  'project-left': 'active',
  returned: 'active',
  passed: 'completed',
  expired: 'expired',
};

/**
 * A learner who got there by the rules: each activity that they completed was the next one to do. Somebody new waits for what opens
 * later; for everybody else all days have come, because the author wants to see what comes then.
 */
export function previewedLearner(draft: EditionOutline, standing: PreviewStanding, now: Date): PreviewedLearner {
  const isNew = standing === 'new';
  const edition = isNew ? draft : { ...draft, sequence: withoutReleases(draft.sequence) };
  const startedAt = isNew ? now : new Date(now.getTime() - STUDIED_DAYS * DAY);
  const goal = isNew ? 0 : standing === 'half-way' || standing === 'expired' ? 0.5 : 1;
  const walked = walk(edition, { known: NOTHING, projectPassed: standing === 'passed', startedAt }, goal, now);
  return { ...walked, edition, state: STATES[standing] };
}

const NOTHING: KnownLearner['known'] = { activities: new Map(), courses: new Map() };

/** Does what is next until the share of the way is reached or nothing but the project is left. */
function walk(edition: EditionOutline, learner: KnownLearner, goal: number, now: Date): KnownLearner {
  const activities = new Map<string, ActivityFacts>();
  const walker: KnownLearner = { ...learner, known: { activities, courses: new Map() } };
  for (;;) {
    const way = wayOf(edition, walker, now);
    if (way.progress.share >= goal) return walker;
    const next = nextUp(edition, way.progress.activities, way.unlocking, null);
    if (next?.kind !== 'activity') return walker;
    activities.set(next.activityId, { share: 1, completedAt: now, waived: false });
  }
}

function withoutReleases(requirement: Requirement): Requirement {
  if (requirement.type === 'course' || requirement.type === 'project') {
    const { release: _, ...always } = requirement;
    return always;
  }
  return { ...requirement, items: requirement.items.map(withoutReleases) };
}
