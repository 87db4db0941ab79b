import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { Environment } from '../../../../platform/config/environment.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../../platform/events/record-event.js';
import { notify } from '../../../../platform/notices/notify.js';
import type { ActRow, EnrollmentAct } from '../../data/enrollment-acts.repository.js';
import { JudgePlaces } from './judge-places.js';

/** Writes the letter of an act to those of the places who still want it; a handful of statements for all of them. */
@Injectable()
export class RemindLearners {
  constructor(
    private readonly judge: JudgePlaces,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(tx: Tx, act: EnrollmentAct, places: readonly { enrollmentId: string; personId: string }[]): Promise<ActRow[]> {
    const { id: actId, institutionId, letter: words, requestedBy } = act;
    if (!words) throw new Error('Nobody said what is to be written');
    const now = this.clock.now();
    const ids = places.map(({ enrollmentId }) => enrollmentId);
    const rows = await this.judge.in(tx, act, ids);
    const written = new Set(rows.flatMap(({ enrollmentId, reason }) => (reason === null ? [enrollmentId] : [])));
    const told = places.filter(({ enrollmentId }) => written.has(enrollmentId));
    const notices = told.map(({ enrollmentId, personId }) => ({
      institutionId,
      personId,
      kind: 'reminder' as const,
      // Once per place and act, however often the job is tried.
      dedupeKey: `reminder:${actId}:${enrollmentId}`,
      enrollmentId,
      letter: {
        kind: 'reminder' as const,
        values: { link: `${this.environment.publicUrl}/app/learning/${enrollmentId}` },
        words,
      },
    }));
    await notify(tx, notices, now);
    const events = told.map(({ enrollmentId, personId }) => ({
      institutionId,
      type: 'enrollment.reminded',
      actorId: requestedBy,
      subject: { type: 'enrollment', id: enrollmentId },
      particulars: { actId, personId },
      occurredAt: now,
    }));
    await recordEvents(tx, events);
    return rows.map((row) => (row.reason === null ? { ...row, outcome: 'done' } : row));
  }
}
