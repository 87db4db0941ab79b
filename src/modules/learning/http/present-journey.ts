import type { Actor } from '../../../platform/http/access.js';
import type { CourseOutline } from '../domain/edition-outline.js';
import { accessWords, learningAccess } from '../domain/learning-access.js';
import { percentOf } from '../domain/share.js';
import type { LockReason, Unlock } from '../domain/unlocking.js';
import { owns } from '../policy.js';
import { type Learner, lockWords } from '../use-cases/learner.js';
import type { Journey } from '../use-cases/read-journey.js';
import type {
  JourneyActivityView,
  JourneyCourseView,
  JourneyView,
  LockReasonView,
  NextUpView,
  PositionView,
  ProgressView,
} from './journey.dto.js';

export function presentJourney(journey: Journey, actor: Actor): JourneyView {
  const { standing, edition, way, offering, position, next, mayArrange } = journey;
  const project = presentUnlock(way.unlocking.project, journey);
  return {
    enrollmentId: standing.id,
    offeringId: standing.offeringId,
    offeringTitle: offering.title,
    personId: standing.personId,
    state: standing.state,
    edition: {
      id: edition.editionId,
      microCredentialId: edition.microCredentialId,
      number: edition.number,
      title: edition.title,
    },
    progress: presentProgress(way.progress),
    courses: edition.courses.map((course) => presentCourse(course, journey)),
    project: { ...edition.project, ...project, dueAt: standing.projectDueAt?.toISOString() ?? null },
    startedAt: standing.startedAt?.toISOString() ?? null,
    endsAt: offering.endsAt?.toISOString() ?? null,
    position: position && presentPosition(position),
    next: next && presentNext(next),
    can: { learn: owns(actor, standing) && learningAccess(standing.state).write, arrange: mayArrange },
  };
}

export function presentProgress({ share, minutesDone, minutesTotal }: Omit<ProgressView, 'percent'>): ProgressView {
  return { share, percent: percentOf(share), minutesDone: Math.round(minutesDone * 10) / 10, minutesTotal };
}

export function presentPosition({ activityId, place, updatedAt }: NonNullable<Journey['position']>): PositionView {
  return { activityId, place, updatedAt: updatedAt.toISOString() };
}

export function presentUnlock(unlock: Unlock, learner: Learner): Pick<JourneyCourseView, 'state' | 'reasons'> {
  const { state } = learner.standing;
  if (unlock.state === 'open' && !learningAccess(state).read) {
    return { state: 'locked', reasons: [{ key: 'place_not_open', words: accessWords(state), courseIds: [], opensAt: null }] };
  }
  return { state: unlock.state, reasons: unlock.reasons.map((reason) => presentReason(reason, lockWords(learner, [reason]))) };
}

function presentReason(reason: LockReason, words: string): LockReasonView {
  const courseIds = 'courseIds' in reason ? reason.courseIds : 'courseId' in reason ? [reason.courseId] : [];
  return { key: reason.key, words, courseIds, opensAt: 'at' in reason ? reason.at.toISOString() : null };
}

function presentCourse(course: CourseOutline, journey: Journey): JourneyCourseView {
  const { progress, unlocking } = journey.way;
  const done = progress.courses.find(({ courseId }) => courseId === course.id);
  const unlock = unlocking.courses.find(({ courseId }) => courseId === course.id);
  if (!done || !unlock) throw new Error(`The sequence has no course ${course.id}, which publishing should have refused.`);
  const shown = presentUnlock(unlock, journey);
  return {
    id: course.id,
    title: course.title,
    ...shown,
    progress: presentProgress(done),
    completedAt: done.completedAt?.toISOString() ?? null,
    activities: presentActivities(course, journey, shown.state === 'locked'),
  };
}

function presentActivities(course: CourseOutline, { way }: Journey, isLocked: boolean): JourneyActivityView[] {
  const states = new Map(way.progress.activities.map((activity) => [activity.activityId, activity]));
  return course.activities.map(({ id, title, kind, minutes, required }) => {
    const { share = 0, completed = false, completedAt = null, waived = false } = states.get(id) ?? {};
    const begun = share > 0 ? 'begun' : 'open';
    const state = completed ? 'completed' : isLocked ? 'locked' : begun;
    return { id, title, kind, minutes, required, state, value: share, waived, completedAt: completedAt?.toISOString() ?? null };
  });
}

export function presentNext(next: NonNullable<Journey['next']>): NextUpView {
  return next.kind === 'project'
    ? { kind: 'project', courseId: null, activityId: null }
    : { kind: 'activity', courseId: next.courseId, activityId: next.activityId };
}
