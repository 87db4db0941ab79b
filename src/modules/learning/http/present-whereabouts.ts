import type { Station, Whereabouts } from '../domain/whereabouts.js';
import type { StandingLearner } from '../use-cases/read-whereabouts.js';
import type { StandingLearnerView, StandingLearnersQuery, WhereaboutsView } from './whereabouts.dto.js';

export function presentWhereabouts(stations: readonly Station[]): WhereaboutsView {
  return {
    stations: stations.map(({ at, ...station }) => ({ ...presentPlace(at), ...station })),
    learners: stations.reduce((sum, { learners }) => sum + learners, 0),
  };
}

export function presentStanding({ at, lastAt, trace }: StandingLearner): StandingLearnerView {
  const { id, personId, personName } = trace;
  return { enrollmentId: id, personId, personName, ...presentPlace(at), lastActivityAt: lastAt.toISOString() };
}

/** Where a query asks for; an activity without its id is nowhere that anybody stands. */
export function readPlace({ at, activityId = '' }: StandingLearnersQuery): Whereabouts | null {
  if (at === undefined) return null;
  return at === 'activity' ? { kind: at, courseId: '', activityId } : { kind: at };
}

function presentPlace(at: Whereabouts) {
  return { kind: at.kind, activityId: at.kind === 'activity' ? at.activityId : null };
}
