import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { SignedIn } from '../../../platform/http/access.js';
import { actingScope } from '../../../platform/http/acting-scope.js';
import { Problem } from '../../../platform/http/problem.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { newId } from '../../../platform/ids.js';
import { enqueue } from '../../../platform/queue/enqueue.js';
import type { PersonalExport } from '../data/personal-export.entity.js';
import { PersonalExportsRepository } from '../data/personal-exports.repository.js';
import { MAKING_MS } from '../domain/export-state.js';
import { makePersonalExport } from '../jobs/make-personal-export.js';
import { exportRunning } from '../problems.js';

const LIMIT = { name: 'personal_export', points: 5, seconds: 86_400 };

/** Somebody asks for all that is held about them (GDPR Art. 15 and 20): one at a time, five a day. */
@Injectable()
export class RequestPersonalExport {
  constructor(
    private readonly work: UnitOfWork,
    private readonly exports: PersonalExportsRepository,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(signedIn: SignedIn): Promise<PersonalExport> {
    const scope = actingScope(signedIn);
    const { personId } = signedIn;
    const now = this.clock.now();
    await this.limits.spend(LIMIT, personId);
    return this.work.run(scope, async (tx) => {
      await this.exports.forgetFailed(tx, personId, now);
      const wanted: PersonalExport = {
        id: newId(now.getTime()),
        ...scope,
        personId,
        requestedAt: now,
        steps: null,
        stepsDone: 0,
        fileId: null,
        readyAt: null,
        expiresAt: new Date(now.getTime() + MAKING_MS),
      };
      if (!(await this.exports.add(tx, wanted)))
        throw new Problem(exportRunning, { detail: 'Wait until it is ready: you get an e-mail.' });
      await recordEvent(tx, {
        ...scope,
        type: 'personal_export.requested',
        actorId: personId,
        subject: { type: 'personal_export', id: wanted.id },
        occurredAt: now,
      });
      await enqueue(tx, makePersonalExport, { exportId: wanted.id }, { ...scope, dedupeKey: wanted.id, now });
      return wanted;
    });
  }
}
