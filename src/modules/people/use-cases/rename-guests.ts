import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { PeopleRepository } from '../data/people.repository.js';
import { cleanName } from '../domain/person-name.js';

/** Calls people by the name that the system has for them which vouches for them. Who has an account of their own chose theirs. */
@Injectable()
export class RenameGuests {
  constructor(private readonly people: PeopleRepository) {}

  /** In the caller's transaction, in the scope of the institution. A name that cannot be used changes nothing. */
  async in(tx: Tx, wishes: readonly { personId: string; name: string }[]): Promise<void> {
    const usable = wishes.flatMap(({ personId, name }) => {
      const clean = cleanName(name);
      return clean === null ? [] : [{ personId, name: clean }];
    });
    if (usable.length > 0) await this.people.renameGuests(tx, usable);
  }
}
