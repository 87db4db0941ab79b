import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import { Problem } from '../../../platform/http/problem.js';
import { type JsonObject, PairwiseNames } from '../../credentials/index.js';
import { PeopleDirectory } from '../../people/index.js';
import { BackpackRepository } from '../data/backpack.repository.js';
import type { ServiceHolder } from '../data/services.repository.js';
import { readProfile } from '../domain/profile.js';
import { malformedDocument } from '../problems.js';

/** The learner as their services see them: named as in their badges, and what services put here. The account itself is not touched. */
@Injectable()
export class ServiceProfile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly backpack: BackpackRepository,
    private readonly people: PeopleDirectory,
    private readonly names: PairwiseNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(holder: ServiceHolder): Promise<JsonObject> {
    return this.work.run(holder, (tx) => this.profile(tx, holder));
  }

  async replace(holder: ServiceHolder, document: JsonObject): Promise<JsonObject> {
    const { institutionId, personId, grantId } = holder;
    const read = readProfile(document, this.idOf(holder));
    if (!read.ok)
      throw new Problem(malformedDocument, { errors: [{ field: read.field, code: 'unusable', detail: read.detail }] });
    return this.work.run(holder, async (tx) => {
      const now = this.clock.now();
      await this.backpack.saveProfile(tx, { institutionId, personId, document: JSON.stringify(read.profile), updatedAt: now });
      await recordEvent(tx, {
        institutionId,
        type: 'service_profile.replaced',
        actorId: personId,
        subject: { type: 'person', id: personId },
        particulars: { grantId },
        occurredAt: now,
      });
      return this.profile(tx, holder);
    });
  }

  private async profile(tx: Tx, holder: ServiceHolder): Promise<JsonObject> {
    const { institutionId, personId } = holder;
    const person = await this.people.find(tx, personId);
    const kept = await this.backpack.profile(tx, institutionId, personId);
    const members = kept ? (JSON.parse(kept.document) as JsonObject) : {};
    return { id: this.idOf(holder), type: ['Profile'], ...(person ? { name: person.name } : {}), ...members };
  }

  private idOf({ institutionId, personId }: ServiceHolder): string {
    return this.names.of(institutionId, personId);
  }
}
