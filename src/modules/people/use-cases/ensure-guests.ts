import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../platform/events/record-event.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { cleanName } from '../domain/person-name.js';
import { GUEST, type GuestWish } from './ensure-guest.js';
import { newPerson } from './new-person.js';

/** As `EnsureGuest` for many at once: a handful of statements, however many there are. */
@Injectable()
export class EnsureGuests {
  constructor(
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly institutions: InstitutionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Who they are, in the order of the wishes. Who is suspended stays so. Runs in the caller's transaction, in the scope of the institution. */
  async in(tx: Tx, institutionId: string, wishes: readonly Omit<GuestWish, 'locale'>[]): Promise<string[]> {
    const now = this.clock.now();
    const home = await this.institutions.find(tx, institutionId);
    if (!home) throw new Error('Guests are let in in the scope of an institution');
    const begins = { email: null, locale: home.language, timeZone: home.timeZone };
    const fresh = wishes.map(({ personId, name }) =>
      personId === null ? newPerson({ name: cleanName(name) || GUEST, ...begins }, now) : null,
    );
    await this.people.addAll(
      tx,
      fresh.filter((person) => person !== null),
    );
    const ids = wishes.map(({ personId }, index) => personId ?? fresh[index]?.id ?? '');
    const known = wishes.flatMap(({ personId }) => personId ?? []);
    const keptOut = new Set(known.length === 0 ? [] : await this.members.keptOut(tx, institutionId, known));
    const admitted = wishes.flatMap(({ roles }, index) => {
      const personId = ids[index];
      return personId === undefined || keptOut.has(personId) ? [] : [{ personId, roles }];
    });
    await this.enter(tx, institutionId, admitted, now);
    return ids;
  }

  private async enter(
    tx: Tx,
    institutionId: string,
    guests: readonly { personId: string; roles: GuestWish['roles'] }[],
    now: Date,
  ): Promise<void> {
    const told = (id: string) => ({ institutionId, actorId: null, subject: { type: 'person', id }, occurredAt: now });
    const everybody = [...new Set(guests.map(({ personId }) => personId))];
    const joined = await this.members.joinAll(tx, institutionId, everybody, now);
    await recordEvents(
      tx,
      joined.map((id) => ({ ...told(id), type: 'member.joined' })),
    );
    for (const role of ['learner', 'assessor'] as const) {
      const ids = [...new Set(guests.flatMap(({ personId, roles }) => (roles.includes(role) ? personId : [])))];
      if (ids.length === 0) continue;
      const granted = await this.members.grantAll(tx, institutionId, ids, role, new Map(), now);
      await recordEvents(
        tx,
        granted.map((id) => ({ ...told(id), type: 'role.granted', particulars: { role } })),
      );
    }
  }
}
