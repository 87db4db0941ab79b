import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { newId } from '../../../../platform/ids.js';
import { enqueue } from '../../../../platform/queue/enqueue.js';
import { EditionStore } from '../../../catalog/index.js';
import { type RequalificationProgress, RequalificationsRepository } from '../../data/requalifications.repository.js';
import { awardRequalified } from '../../jobs/award-requalified.js';
import { nobodyQualifies, ownAward, qualifiedListChanged } from '../../problems.js';
import { ListNewlyQualified, type QualifiedPerson } from './list-newly-qualified.js';

export interface ConfirmedAwards {
  /** Of the list that was looked at. */
  version: string;
  /** `null`: everybody on it. */
  enrollmentIds: readonly string[] | null;
  reason: string;
}

/** Says that people who qualify by an edition are to have its credential. Fixes who and on what grounds; a job carries it out. */
@Injectable()
export class ConfirmAwards {
  constructor(
    private readonly work: UnitOfWork,
    private readonly editions: EditionStore,
    private readonly list: ListNewlyQualified,
    private readonly requalifications: RequalificationsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `credentials.qualified_list_changed` when the list is another one by now. */
  async run(
    actor: Actor,
    editionId: string,
    { version, enrollmentIds, reason }: ConfirmedAwards,
  ): Promise<RequalificationProgress> {
    return this.work.runOnce(actor, async (tx) => {
      const edition = await this.editions.get(tx, editionId);
      await this.requalifications.lock(tx, editionId);
      const { people, version: listVersion } = await this.list.all(tx, edition);
      if (listVersion !== version) {
        const detail = 'Somebody else qualifies by now, or was awarded meanwhile. Look at the list again, and confirm that one.';
        throw new Problem(qualifiedListChanged, { detail, facts: { currentVersion: listVersion } });
      }
      const chosen = choose(people, enrollmentIds, actor.personId);
      const { institutionId, personId: confirmedBy } = actor;
      const [id, now, total] = [newId(), this.clock.now(), chosen.length];
      const one = { id, institutionId, editionId, listVersion, reason, total, confirmedBy, confirmedAt: now, finishedAt: null };
      await this.requalifications.add(tx, one, chosen.map(rowOf));
      await recordEvent(tx, {
        institutionId,
        type: 'requalification.confirmed',
        actorId: confirmedBy,
        subject: { type: 'requalification', id },
        particulars: { editionId, listVersion, total },
        occurredAt: now,
      });
      await enqueue(tx, awardRequalified, { requalificationId: id }, { institutionId, dedupeKey: id, now });
      return { ...one, awarded: 0, changed: 0 };
    });
  }
}

/** Whoever confirms all means everybody but themselves; whoever names somebody means just them. */
function choose(people: readonly QualifiedPerson[], ids: readonly string[] | null, confirmedBy: string): QualifiedPerson[] {
  const named = ids && new Set(ids);
  const chosen = named ? people.filter(({ place }) => named.has(place.id)) : people.filter((one) => !isOwn(one, confirmedBy));
  if (chosen.some((one) => isOwn(one, confirmedBy))) {
    throw new Problem(ownAward, {
      detail: 'Nobody awards themselves: leave your own place out, and let a colleague confirm it.',
    });
  }
  if (named && chosen.length < named.size) {
    const missing = named.size - chosen.length;
    const detail = `${missing} of the enrolments are not on the list.`;
    throw new Problem(nobodyQualifies, { detail, facts: { missing } });
  }
  if (chosen.length === 0) throw new Problem(nobodyQualifies, { detail: 'There is nobody on the list whom you could award.' });
  return chosen;
}

function isOwn({ place }: QualifiedPerson, personId: string): boolean {
  return place.personId === personId;
}

function rowOf({ place, work, grounds }: QualifiedPerson) {
  const { id: enrollmentId, personId } = place;
  return { enrollmentId, personId, attemptId: work.attemptId, assessmentId: work.standing.id, grounds };
}
