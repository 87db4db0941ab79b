import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { invalidFields } from '../../../../platform/http/problems.js';
import { newId } from '../../../../platform/ids.js';
import { type ActProgress, EnrollmentActsRepository } from '../../data/enrollment-acts.repository.js';
import { EnrollmentsRepository } from '../../data/enrollments.repository.js';
import { type ActKind, refusalOfAct } from '../../domain/enrollment-act.js';
import { noPlaces } from '../../problems.js';

export interface WishedAct {
  kind: ActKind;
  /** Of more time. */
  dueAt: Date | null;
  reason: string;
}

/** Fixes which places an act is about, and says of each whether it could be done now. Nothing is done yet. */
@Injectable()
export class PlanAct {
  constructor(
    private readonly acts: EnrollmentActsRepository,
    private readonly enrollments: EnrollmentsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, in the scope of the institution. Ids that are not here are left out. */
  async in(
    tx: Tx,
    { institutionId, personId }: Actor,
    { kind, dueAt, reason }: WishedAct,
    ids: readonly string[],
  ): Promise<ActProgress> {
    const [id, now] = [newId(), this.clock.now()];
    refuseUnfit(kind, dueAt, now);
    const places = await this.enrollments.places(tx, [...new Set(ids)]);
    if (places.length === 0) throw new Problem(noPlaces, { detail: 'Choose other filters, or select somebody.' });
    const act = {
      id,
      institutionId,
      kind,
      dueAt,
      reason,
      requestedBy: personId,
      requestedAt: now,
      confirmedAt: null,
      finishedAt: null,
      undoRequestedBy: null,
      undoRequestedAt: null,
      undoneAt: null,
    };
    await this.acts.add(tx, act);
    const rows = places.map((place) => {
      const refusal = refusalOfAct(kind, place, personId);
      return { enrollmentId: place.id, outcome: refusal ? ('refused' as const) : ('waiting' as const), reason: refusal };
    });
    await this.acts.addRows(tx, act, rows);
    const refused = rows.filter(({ outcome }) => outcome === 'refused').length;
    return { ...act, counts: { refused, waiting: rows.length - refused } };
  }
}

function refuseUnfit(kind: ActKind, dueAt: Date | null, now: Date): void {
  if ((kind === 'extend') === (dueAt !== null) && (dueAt === null || dueAt > now)) return;
  const detail = kind === 'extend' ? 'Choose a moment that is still to come.' : 'Only more time has a deadline. Leave it out.';
  throw new Problem(invalidFields, { errors: [{ field: 'dueAt', code: 'order', detail }] });
}
