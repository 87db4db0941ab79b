import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { idArray } from '../../../platform/database/id-array.js';
import { insertion } from '../../../platform/database/insertion.js';
import { beyondInstitution } from './beyond-institution.js';
import type { KnownPerson } from './known-person.js';
import { Person } from './person.entity.js';

const COLUMNS = {
  id: 'uuid',
  name: 'text',
  email: 'text',
  password_hash: 'text',
  operator: 'boolean',
  locale: 'text',
  time_zone: 'text',
  created_at: 'timestamptz',
};

/** In an institution's scope only its members are found; `findByEmailAnywhere` and `add` see everybody. */
@Injectable()
export class PeopleRepository {
  async find(tx: Tx, id: string): Promise<Person | null> {
    return tx.manager.findOneBy(Person, { id });
  }

  /**
   * In no order; who is not found is missing. By the bare rows: issuing asks for 500 at once. One by one within the statement: for a list
   * of ids PostgreSQL reads every membership there is, because the policy of people asks who has one.
   */
  async findMany(tx: Tx, ids: readonly string[]): Promise<KnownPerson[]> {
    if (ids.length === 0) return [];
    return tx.query<KnownPerson>(
      `select known.* from (select distinct unnest($1::uuid[]) as id) as asked
        cross join lateral (select p.id, p.name, p.email, p.locale, p.time_zone as "timeZone" from person p where p.id = asked.id limit 1) as known`,
      [idArray(ids)],
    );
  }

  /** Locks the person, so that sign-in, password and address change one after the other. */
  async findForChange(tx: Tx, id: string): Promise<Person | null> {
    return tx.manager.findOne(Person, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** `email` as `normaliseEmail` spells it. */
  async findByEmailAnywhere(tx: Tx, email: string): Promise<Person | null> {
    return beyondInstitution(tx, () => tx.manager.findOneBy(Person, { email }));
  }

  /** Adds the person unless the address is taken; gives the one who has it then. */
  async addOrFind(tx: Tx, person: Person & { email: string }): Promise<{ person: Person; added: boolean }> {
    return beyondInstitution(tx, async () => {
      const inserted = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(Person)
        .values(person)
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length > 0) return { person, added: true };
      return { person: await tx.manager.findOneByOrFail(Person, { email: person.email }), added: false };
    });
  }

  /** As `addOrFind`, for many with different addresses. In no order. */
  async addOrFindAll(tx: Tx, people: readonly (Person & { email: string })[]): Promise<KnownPerson[]> {
    if (people.length === 0) return [];
    // In one order, so that two who add the same people never wait for each other in a circle.
    const sorted = people.toSorted((a, b) => (a.email < b.email ? -1 : 1));
    const { text, values } = insertion('person', COLUMNS, sorted.map(row));
    return beyondInstitution(tx, async () => {
      await tx.query(`${text} on conflict do nothing`, values);
      return tx.query<KnownPerson>('select id, name, email from person where email = any($1::text[])', [
        people.map(({ email }) => email),
      ]);
    });
  }

  async add(tx: Tx, person: Person): Promise<void> {
    await beyondInstitution(tx, () => tx.manager.insert(Person, person));
  }

  /** As `add`, for many, in one statement. */
  async addAll(tx: Tx, people: readonly Person[]): Promise<void> {
    if (people.length === 0) return;
    const { text, values } = insertion('person', COLUMNS, people.map(row));
    await beyondInstitution(tx, () => tx.query(text, values));
  }

  /** Of those alone who have no account. */
  async renameGuests(tx: Tx, names: readonly { personId: string; name: string }[]): Promise<void> {
    await tx.query(
      `update person p set name = said.name from unnest($1::uuid[], $2::text[]) as said (id, name)
        where p.id = said.id and p.email is null and p.password_hash is null`,
      [idArray(names.map(({ personId }) => personId)), names.map(({ name }) => name)],
    );
  }

  async save(tx: Tx, id: string, changes: Partial<Omit<Person, 'id'>>): Promise<void> {
    await tx.manager.update(Person, { id }, changes);
  }

  /** Those who run this installation, the first one first. */
  async operators(tx: Tx): Promise<Person[]> {
    return tx.manager.find(Person, { where: { operator: true }, order: { createdAt: 'ASC', id: 'ASC' } });
  }
}

function row({ id, name, email, passwordHash, operator, locale, timeZone, createdAt }: Person) {
  return [id, name, email, passwordHash, operator, locale, timeZone, createdAt];
}
