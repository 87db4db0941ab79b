import { presentNext, presentProgress } from '../../learning/index.js';
import type { MyJourney } from '../use-cases/read-my-journeys.js';
import type { MyJourneyView, MyNextView, MyProjectView } from './my-journeys.dto.js';

export function presentMyJourney(journey: MyJourney): MyJourneyView {
  const { standing, edition, way } = journey;
  return {
    enrollmentId: standing.id,
    offeringId: standing.offeringId,
    offeringTitle: standing.offeringTitle,
    microCredentialId: edition.microCredentialId,
    title: edition.title,
    state: standing.state,
    progress: presentProgress(way.progress),
    next: presentMyNext(journey),
    project: presentMyProject(journey),
    endsAt: standing.endsAt?.toISOString() ?? null,
    lastActivityAt: standing.lastActivityAt?.toISOString() ?? null,
  };
}

function presentMyNext({ next, edition }: MyJourney): MyNextView | null {
  if (!next) return null;
  const shown = presentNext(next);
  const course = edition.courses.find(({ id }) => id === shown.courseId);
  const activity = course?.activities.find(({ id }) => id === shown.activityId);
  const { title, minutes } = activity ?? edition.project;
  return { ...shown, title, minutes, courseTitle: course?.title ?? null };
}

function presentMyProject({ standing, edition, way, latest }: MyJourney): MyProjectView {
  const since = latest?.decidedAt ?? latest?.submittedAt ?? null;
  return {
    title: edition.project.title,
    state: way.unlocking.project.state,
    dueAt: standing.projectDueAt?.toISOString() ?? null,
    standing: latest ? (latest.verdict ?? 'submitted') : 'none',
    since: since?.toISOString() ?? null,
  };
}
