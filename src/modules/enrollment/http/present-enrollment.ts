import type { Actor } from '../../../platform/http/access.js';
import { mayExtend, mayWithdraw } from '../policy.js';
import type { NamedEnrollment } from '../use-cases/read-enrollments.js';
import type { EnrollmentView } from './enrollment.dto.js';

const LEAVABLE = new Set(['invited', 'waitlisted', 'active']);

export function presentEnrollment({ enrollment, personName, isInstructor }: NamedEnrollment, actor: Actor): EnrollmentView {
  const { id, offeringId, editionId, personId, state, version } = enrollment;
  return {
    id,
    offeringId,
    editionId,
    personId,
    personName,
    state,
    createdAt: enrollment.createdAt.toISOString(),
    startedAt: enrollment.startedAt?.toISOString() ?? null,
    endedAt: enrollment.endedAt?.toISOString() ?? null,
    projectDueAt: enrollment.projectDueAt?.toISOString() ?? null,
    version,
    can: {
      learn: personId === actor.personId && (state === 'active' || state === 'completed'),
      withdraw: LEAVABLE.has(state) && mayWithdraw(actor, enrollment),
      extend: state === 'active' && mayExtend(actor, enrollment, isInstructor),
    },
  };
}
