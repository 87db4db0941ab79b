import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { RostersRepository } from '../../data/rosters.repository.js';
import { mayReadWholeInstead } from '../../domain/roster-problem.js';
import { type FetchedRoster, type RosterFailure, RosterService } from '../services/roster-service.js';
import { PlatformTurns } from '../services/platform-turns.js';
import { ApplyRoster } from './apply-roster.js';
import { BeginReading, LEASE_MS } from './begin-reading.js';
import { planReading } from './plan-reading.js';
import { type BegunReading, LostReading } from './reading.js';
import { RecordReading } from './record-reading.js';

const RENEW_EVERY_MS = LEASE_MS / 4;

/**
 * Reads who is in a course and makes it so here. Whether anything is to be read, and whose turn it is, says the row, whatever the queue
 * does; what was applied before an interruption is found in place by the next reading. No transaction is open while the platform is waited for.
 */
@Injectable()
export class ReadRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rosters: RostersRepository,
    private readonly turns: PlatformTurns,
    private readonly begin: BeginReading,
    private readonly service: RosterService,
    private readonly apply: ApplyRoster,
    private readonly record: RecordReading,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, contextId: string, signal: AbortSignal): Promise<void> {
    const course = await this.work.read(scope, (tx) => this.rosters.course(tx, contextId));
    if (!course) return;
    const { id: registrationId, institutionId } = course.registration;
    const comeBack = this.turns.enter(registrationId);
    if (comeBack)
      return this.work.run(scope, (tx) => planReading(tx, [{ contextId, institutionId }], this.clock.now(), comeBack));
    try {
      const begun = await this.work.run(scope, (tx) => this.begin.in(tx, course));
      if (begun) await this.read(scope, begun, signal);
    } catch (error) {
      if (!(error instanceof LostReading)) throw error;
    } finally {
      this.turns.leave(registrationId);
    }
  }

  private async read(scope: InstitutionScope, begun: BegunReading, signal: AbortSignal): Promise<void> {
    try {
      const fetched = await this.fetch(scope, begun, signal);
      signal.throwIfAborted();
      if (!fetched.ok) return await this.work.run(scope, (tx) => this.record.failed(tx, begun, fetched));
      const applied = await this.apply.run(scope, begun, fetched.roster, signal);
      await this.work.run(scope, (tx) => this.record.applied(tx, begun, fetched, applied));
    } catch (error) {
      // Not the platform's failure: whoever takes the work up next begins anew, at once.
      if (!(error instanceof LostReading)) await this.work.run(scope, (tx) => this.record.interrupted(tx, begun));
      throw error;
    }
  }

  private async fetch(scope: InstitutionScope, begun: BegunReading, signal: AbortSignal): Promise<FetchedRoster | RosterFailure> {
    const { course, differencesUrl } = begun;
    let renewed = begun.beganAt.getTime();
    const onPage = async () => {
      const now = this.clock.now().getTime();
      if (now - renewed < RENEW_EVERY_MS) return;
      await this.goOn(scope, begun);
      renewed = now;
    };
    if (differencesUrl !== null) {
      const ask = { url: differencesUrl, isWhole: false, signal, onPage };
      const differences = await this.service.read(course.registration, ask);
      if (differences.ok || signal.aborted || !mayReadWholeInstead(differences.problem)) return differences;
      await onPage();
    }
    return this.service.read(course.registration, { url: course.membershipsUrl, isWhole: true, signal, onPage });
  }

  private async goOn(scope: InstitutionScope, { id, course }: BegunReading): Promise<void> {
    const until = new Date(this.clock.now().getTime() + LEASE_MS);
    if (!(await this.work.run(scope, (tx) => this.rosters.goOn(tx, course.contextId, id, until)))) throw new LostReading();
  }
}
