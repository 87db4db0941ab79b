import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { refuseStale } from '../../../platform/http/versions.js';
import { newId } from '../../../platform/ids.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { InstitutionLooksRepository } from '../data/institution-looks.repository.js';
import { DEFAULT_LOOK, type Look, picturesOf } from '../domain/look.js';
import { pictureUnknown } from '../problems.js';
import { refuseAlike } from './refuse-alike.js';

const PUBLIC = system('a credential shows its institution’s look to whoever has its address');

export interface VersionedLook {
  /** 0 while nobody has chosen anything. */
  readonly version: number;
  readonly look: Look;
}

/** How an institution shows its credentials, kept version by version: what was issued keeps the look that it was issued in. */
@Injectable()
export class InstitutionLooks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly looks: InstitutionLooksRepository,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read({ institutionId }: Actor): Promise<VersionedLook> {
    return this.work.run({ institutionId }, (tx) => this.latest(tx, institutionId));
  }

  async change(actor: Actor, expectedVersion: number, look: Look): Promise<VersionedLook> {
    refuseAlike(look);
    return this.work.run(actor, async (tx) => {
      const { institutionId } = actor;
      await this.looks.lock(tx, institutionId);
      const { version } = await this.latest(tx, institutionId);
      refuseStale(version, expectedVersion);
      await this.refuseUnknownPictures(tx, look);
      const now = this.clock.now();
      const changed = { id: newId(now.getTime()), institutionId, version: version + 1, look, createdAt: now };
      await this.looks.add(tx, changed);
      await recordEvent(tx, {
        institutionId,
        type: 'institution.look_changed',
        actorId: actor.personId,
        subject: { type: 'institution', id: institutionId },
        particulars: { version: changed.version, template: look.template },
        occurredAt: now,
      });
      return changed;
    });
  }

  /** Throws `showcase.picture_unknown`. */
  async refuseUnknownPictures(tx: Tx, look: Look): Promise<void> {
    const errors = [];
    for (const { field, fileId } of picturesOf(look)) {
      if (await this.files.find(tx, fileId, 'badge-image')) continue;
      errors.push({ field, code: 'picture_unknown', detail: `There is no picture ${fileId}.` });
    }
    if (errors.length > 0)
      throw new Problem(pictureUnknown, { detail: 'Upload each picture first, with the purpose badge-image.', errors });
  }

  async inForceAt(institutionId: string, moment: Date): Promise<Look> {
    const kept = await this.work.run(PUBLIC, (tx) => this.looks.at(tx, institutionId, moment));
    return kept?.look ?? DEFAULT_LOOK;
  }

  async today(institutionId: string): Promise<Look> {
    return (await this.work.run(PUBLIC, (tx) => this.latest(tx, institutionId))).look;
  }

  private async latest(tx: Tx, institutionId: string): Promise<VersionedLook> {
    return (await this.looks.latest(tx, institutionId)) ?? { version: 0, look: DEFAULT_LOOK };
  }
}
