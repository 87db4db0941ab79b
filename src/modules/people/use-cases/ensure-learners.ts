import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { recordEvents } from '../../../platform/events/record-event.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { MembersRepository } from '../data/members.repository.js';
import { PeopleRepository } from '../data/people.repository.js';
import { normaliseEmail } from '../domain/email.js';
import { cleanName } from '../domain/person-name.js';
import type { EnsuredMember } from './ensure-member.js';
import { newPerson } from './new-person.js';

export interface LearnerWish {
  email: string;
  /** For a new person; somebody known keeps the name they chose. */
  name: string;
  /** Of a new person, BCP 47. */
  locale?: string | undefined;
  /** Who adds them. */
  addedBy: string;
}

export interface EnsuredLearners {
  /** In the order of the wishes. */
  ensured: EnsuredMember[];
  added: ReadonlySet<string>;
  joined: ReadonlySet<string>;
}

/**
 * As `EnsureMember` for many at once who become learners and are not written to: a handful of statements, however many there are. A new
 * person finds in by asking for a new password, should they ever want to.
 */
@Injectable()
export class EnsureLearners {
  constructor(
    private readonly people: PeopleRepository,
    private readonly members: MembersRepository,
    private readonly institutions: InstitutionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order of the wishes. Runs in the caller's transaction, in the scope of the institution. */
  async in(tx: Tx, institutionId: string, wishes: readonly LearnerWish[]): Promise<EnsuredMember[]> {
    return (await this.ensure(tx, institutionId, wishes)).ensured;
  }

  /** As `in`, with who of them was nobody before, and who joined the institution. */
  async ensure(tx: Tx, institutionId: string, wishes: readonly LearnerWish[]): Promise<EnsuredLearners> {
    const now = this.clock.now();
    const home = await this.institutions.find(tx, institutionId);
    if (!home) throw new Error('Learners are added in the scope of an institution');
    const usable = wishes.map(({ email, name }) => ({ email: normaliseEmail(email), name: cleanName(name) }));
    const fresh = new Map(
      usable.flatMap(({ email, name }, index) => {
        const begins = { locale: wishes[index]?.locale ?? home.language, timeZone: home.timeZone };
        return email && name ? [[email, newPerson({ name, email, ...begins }, now)] as const] : [];
      }),
    );
    const known = new Map(
      (await this.people.addOrFindAll(tx, [...fresh.values()])).map((person) => [person.email ?? '', person]),
    );
    const ids = [...known.values()].map(({ id }) => id);
    const suspended = new Set(
      (await this.members.suspensions(tx, institutionId, ids)).flatMap((one) => (one.suspendedAt ? [one.personId] : [])),
    );
    const addedBy = new Map(usable.map(({ email }, index) => [known.get(email ?? '')?.id ?? '', wishes[index]?.addedBy ?? null]));
    const joined = await this.enter(
      tx,
      institutionId,
      ids.filter((id) => !suspended.has(id)),
      addedBy,
    );
    const ensured = usable.map(({ email, name }): EnsuredMember => {
      const person = known.get(email ?? '');
      if (!email) return { ensured: false, reason: 'email_unusable' };
      if (!name || !person) return { ensured: false, reason: 'name_unusable' };
      return suspended.has(person.id) ? { ensured: false, reason: 'member_suspended' } : { ensured: true, person };
    });
    const added = [...known].flatMap(([email, { id }]) => (fresh.get(email)?.id === id ? [id] : []));
    return { ensured, added: new Set(added), joined: new Set(joined) };
  }

  private async enter(
    tx: Tx,
    institutionId: string,
    personIds: readonly string[],
    addedBy: ReadonlyMap<string, string | null>,
  ): Promise<string[]> {
    const now = this.clock.now();
    const joined = await this.members.joinAll(tx, institutionId, personIds, now);
    const granted = await this.members.grantAll(tx, institutionId, personIds, 'learner', addedBy, now);
    const told = (id: string) => ({
      institutionId,
      actorId: addedBy.get(id) ?? null,
      subject: { type: 'person', id },
      occurredAt: now,
    });
    await recordEvents(tx, [
      ...joined.map((id) => ({ ...told(id), type: 'member.joined' })),
      ...granted.map((id) => ({ ...told(id), type: 'role.granted', particulars: { role: 'learner' } })),
    ]);
    return joined;
  }
}
