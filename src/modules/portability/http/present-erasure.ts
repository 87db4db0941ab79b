import type { Actor } from '../../../platform/http/access.js';
import type { Erasure, NamedErasure } from '../data/erasures.repository.js';
import { erasureState } from '../domain/erasure.js';
import type { ErasureView, MemberErasureView } from './erasure.dto.js';

export function presentErasure(erasure: Erasure): ErasureView {
  const { id, personId, requestedBy, badges, requestedAt, dueAt, refusal } = erasure;
  return {
    id,
    state: erasureState(erasure),
    badges,
    requestedAt: requestedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    byInstitution: requestedBy !== personId,
    refusal,
  };
}

export function presentMemberErasure(erasure: NamedErasure, actor: Pick<Actor, 'personId'>): MemberErasureView {
  const { personId, name, email, finishedAt } = erasure;
  const refuse = erasureState(erasure) === 'waiting' && personId !== actor.personId;
  return { ...presentErasure(erasure), personId, name, email, finishedAt: finishedAt?.toISOString() ?? null, can: { refuse } };
}
