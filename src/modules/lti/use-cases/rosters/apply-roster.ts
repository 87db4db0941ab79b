import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { InstitutionScope } from '../../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { RenameGuests } from '../../../people/index.js';
import { ContextsRepository } from '../../data/contexts.repository.js';
import { CourseMembersRepository } from '../../data/course-members.repository.js';
import { RostersRepository } from '../../data/rosters.repository.js';
import { rosterChanges } from '../../domain/roster-changes.js';
import type { ToldRoster } from '../../domain/roster.js';
import { LEASE_MS } from './begin-reading.js';
import { EndMemberships } from './end-memberships.js';
import { EnterMembers } from './enter-members.js';
import { type BegunReading, LostReading } from './reading.js';
import { SeatMembers } from './seat-members.js';

/** How many of what a reading changed. */
export interface RosterCounts {
  joined: number;
  cameBack: number;
  changedRole: number;
  left: number;
  seated: number;
}

export type AppliedRoster = { ok: true; counts: RosterCounts } | { ok: false; leaving: number };

const CHUNK = 500;

/**
 * Makes a course here what its roster says, some hundreds of people in a transaction. Each of these holds the lease, so that two readings
 * never do the same; and each may be the last: places and rights follow from who is known to be there, not from what this reading changed.
 * Enrolments, progress, verdicts and credentials are never lowered.
 */
@Injectable()
export class ApplyRoster {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rosters: RostersRepository,
    private readonly members: CourseMembersRepository,
    private readonly contexts: ContextsRepository,
    private readonly enter: EnterMembers,
    private readonly renameGuests: RenameGuests,
    private readonly end: EndMemberships,
    private readonly seat: SeatMembers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(scope: InstitutionScope, begun: BegunReading, read: ToldRoster, signal: AbortSignal): Promise<AppliedRoster> {
    const { contextId } = begun.course;
    const held = <Result>(act: (tx: Tx) => Promise<Result>) => {
      signal.throwIfAborted();
      return this.held(scope, begun, act);
    };
    const { known, mayLeave } = await held(async (tx) => ({
      known: await this.members.known(tx, contextId),
      mayLeave: (await this.rosters.findLocked(tx, contextId))?.mayLeave ?? 0,
    }));
    const verdict = rosterChanges(known, read, mayLeave);
    if (!verdict.ok) return verdict;
    const { join, comeBack, changeRole, rename, leave } = verdict.changes;
    for (const some of chunks([...join, ...comeBack, ...changeRole])) await held((tx) => this.enter.in(tx, begun.course, some));
    for (const some of chunks(rename)) await held((tx) => this.renameGuests.in(tx, some));
    for (const some of chunks(leave)) await held((tx) => this.end.in(tx, begun.course, some));
    const seated = await this.arrange(contextId, held);
    const [joined, cameBack, changedRole, left] = [join, comeBack, changeRole, leave].map(({ length }) => length) as [
      number,
      number,
      number,
      number,
    ];
    return { ok: true, counts: { joined, cameBack, changedRole, left, seated } };
  }

  /** Places and rights of everybody who is there now; also in offerings that began since the last reading. */
  private async arrange(contextId: string, held: <Result>(act: (tx: Tx) => Promise<Result>) => Promise<Result>): Promise<number> {
    const offerings = await held((tx) => this.contexts.offerings(tx, contextId));
    await held((tx) => this.seat.staff(tx, contextId, offerings));
    let seated = 0;
    for (const offeringId of offerings) {
      for (let after: string | null = null, more = true; more;) {
        const step = await held((tx) => this.seat.learners(tx, contextId, offeringId, { after, limit: CHUNK }));
        seated += step.seated;
        ({ last: after, more } = step);
      }
    }
    return seated;
  }

  private async held<Result>(
    scope: InstitutionScope,
    { id, course }: BegunReading,
    act: (tx: Tx) => Promise<Result>,
  ): Promise<Result> {
    return this.work.run(scope, async (tx) => {
      const until = new Date(this.clock.now().getTime() + LEASE_MS);
      if (!(await this.rosters.goOn(tx, course.contextId, id, until))) throw new LostReading();
      return act(tx);
    });
  }
}

function* chunks<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let from = 0; from < items.length; from += CHUNK) yield items.slice(from, from + CHUNK);
}
