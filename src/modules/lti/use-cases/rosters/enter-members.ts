import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { EnsureGuests } from '../../../people/index.js';
import { CourseMembersRepository } from '../../data/course-members.repository.js';
import { type Identity, IdentitiesRepository } from '../../data/identities.repository.js';
import type { RosterMember } from '../../domain/roster.js';
import type { ReadableCourse } from './reading.js';

/** Makes people of a roster known here, as a launch of each would, and members of their course: a handful of statements for hundreds of them. */
@Injectable()
export class EnterMembers {
  constructor(
    private readonly identities: IdentitiesRepository,
    private readonly guests: EnsureGuests,
    private readonly members: CourseMembersRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, in the scope of the institution. */
  async in(tx: Tx, { contextId, registration }: ReadableCourse, entering: readonly RosterMember[]): Promise<void> {
    const { id: registrationId, institutionId } = registration;
    const known = await this.known(tx, registrationId, entering);
    const personIds = await this.guests.in(
      tx,
      institutionId,
      entering.map(({ subject, name, isStaff }) => ({
        personId: known.get(subject)?.personId ?? null,
        name,
        roles: [isStaff ? 'assessor' : 'learner'],
      })),
    );
    const now = this.clock.now();
    const fresh = entering.flatMap(({ subject }, index): Identity[] => {
      const personId = personIds[index];
      if (known.has(subject) || personId === undefined) return [];
      const id = newId(now.getTime());
      return [{ id, institutionId, registrationId, subject, personId, isGuest: true, createdAt: now, lastLaunchAt: null }];
    });
    await this.identities.addAll(tx, fresh);
    const ids = new Map([...known.values(), ...fresh].map(({ subject, id }) => [subject, id]));
    await this.members.keep(
      tx,
      { contextId, institutionId },
      entering.flatMap(({ subject, isStaff }) => {
        const identityId = ids.get(subject);
        return identityId === undefined ? [] : [{ identityId, isStaff }];
      }),
      now,
    );
  }

  private async known(tx: Tx, registrationId: string, entering: readonly RosterMember[]): Promise<Map<string, Identity>> {
    const subjects = entering.map(({ subject }) => subject);
    const known = await this.identities.ofSubjects(tx, registrationId, subjects);
    const missing = subjects.filter((subject) => !known.has(subject));
    if (missing.length === 0) return known;
    await this.identities.lockSubjects(tx, registrationId, missing);
    // A launch may have been first.
    return new Map([...known, ...(await this.identities.ofSubjects(tx, registrationId, missing))]);
  }
}
