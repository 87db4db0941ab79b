import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { queueMail } from '../../../platform/mail/queue-mail.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { PeopleDirectory } from '../../people/index.js';
import type { Erasure } from '../data/erasures.repository.js';

/** Writes to who is to be erased. The letter goes with the rest. */
@Injectable()
export class TellErased {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly institutions: InstitutionsRepository,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async in(
    tx: Tx,
    { id, institutionId, personId }: Erasure,
    about: string,
    letter: (told: { name: string; institution: string; link: string }) => { subject: string; body: string },
  ): Promise<void> {
    const person = await this.people.find(tx, personId);
    const institution = await this.institutions.find(tx, institutionId);
    if (!person?.email || !institution) return;
    const link = `${this.environment.publicUrl}/app/account/privacy`;
    const { subject, body } = letter({ name: person.name, institution: institution.name, link });
    const dedupeKey = `erasure:${id}:${about}`;
    await queueMail(tx, { institutionId, dedupeKey, recipient: person.email, subject, body, now: this.clock.now() });
  }
}
