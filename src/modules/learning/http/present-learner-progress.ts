import type { LearnerProgress } from '../use-cases/read-offering-progress.js';
import type { LearnerProgressView } from './offering-progress.dto.js';
import { presentProgress, presentUnlock } from './present-journey.js';

export function presentLearnerProgress(learner: LearnerProgress): LearnerProgressView {
  const { standing, edition, way } = learner;
  return {
    enrollmentId: standing.id,
    personId: standing.personId,
    personName: standing.personName,
    state: standing.state,
    editionNumber: edition.number,
    progress: presentProgress(way.progress),
    coursesCompleted: way.progress.courses.filter(({ completed }) => completed).length,
    coursesTotal: way.progress.courses.length,
    project: presentUnlock(way.unlocking.project, learner).state,
    lastActivityAt: standing.lastActivityAt?.toISOString() ?? null,
  };
}
