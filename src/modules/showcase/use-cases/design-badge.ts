import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../platform/events/record-event.js';
import type { Actor } from '../../../platform/http/access.js';
import { newId } from '../../../platform/ids.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import { ChangeMicroCredential, type MicroCredential, ReadMicroCredentials } from '../../catalog/index.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { BadgeDrawingsRepository } from '../data/badge-drawings.repository.js';
import { type BadgeDesign, defaultDesign, levelWords } from '../domain/badge-design.js';
import { DrawBadge } from '../drawing/draw-badge.js';
import { BadgePictures } from './badge-pictures.js';
import { InstitutionLooks } from './institution-looks.js';
import { refuseAlike } from './refuse-alike.js';

export interface DesignedBadge {
  /** Of the micro-credential. */
  readonly version: number;
  readonly design: BadgeDesign;
  /** The picture of the draft; `null`: none was chosen, and `design` is what will be drawn. */
  readonly fileId: string | null;
  /** False where the picture was uploaded, and `design` is only a proposal. */
  readonly drawn: boolean;
}

/** The badge designer: a design is looked at, and then becomes the picture of the draft, which the next edition freezes. */
@Injectable()
export class DesignBadge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly microCredentials: ReadMicroCredentials,
    private readonly changeMicroCredential: ChangeMicroCredential,
    private readonly institutions: InstitutionsRepository,
    private readonly drawings: BadgeDrawingsRepository,
    private readonly looks: InstitutionLooks,
    private readonly pictures: BadgePictures,
    private readonly drawBadge: DrawBadge,
    private readonly files: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(actor: Actor, id: string): Promise<DesignedBadge> {
    const { microCredential } = await this.microCredentials.one(actor, id);
    const { version, draft } = microCredential;
    const fileId = draft.badgeImageFileId;
    const drawing = fileId ? await this.work.run(actor, (tx) => this.drawings.ofFile(tx, fileId)) : null;
    const design = drawing?.design ?? (await this.proposal(actor, microCredential));
    return { version, design, fileId, drawn: drawing !== null };
  }

  /** As it will be, with letters as lines. */
  async preview(actor: Actor, id: string, design: BadgeDesign): Promise<string> {
    refuseAlike(design);
    const { microCredential } = await this.microCredentials.one(actor, id);
    return this.drawBadge.lines(design, microCredential.draft.language);
  }

  async run(actor: Actor, id: string, expectedVersion: number, design: BadgeDesign): Promise<DesignedBadge> {
    refuseAlike(design);
    const { microCredential } = await this.microCredentials.one(actor, id);
    const drawn = await this.drawBadge.run(design, microCredential.draft.language);
    const received = await this.pictures.receive(drawn, actor, 'badge');
    // Bytes whose row could not be written are left to the storage sweep, as for any upload.
    return this.work.run(actor, async (tx) => {
      const { institutionId } = actor;
      const file = await this.files.record(tx, received);
      const changes = { badgeImageFileId: file.id };
      const changed = await this.changeMicroCredential.in(tx, actor, id, expectedVersion, changes);
      const now = this.clock.now();
      const drawing = {
        id: newId(now.getTime()),
        institutionId,
        fileId: file.id,
        editionId: null,
        design,
        svg: drawn.svg,
        createdAt: now,
      };
      await this.drawings.add(tx, drawing);
      await recordEvent(tx, {
        institutionId,
        type: 'badge.designed',
        actorId: actor.personId,
        subject: { type: 'micro_credential', id },
        particulars: { fileId: file.id },
        occurredAt: now,
      });
      return { version: changed.microCredential.version, design, fileId: file.id, drawn: true };
    });
  }

  private async proposal(actor: Actor, { draft }: MicroCredential): Promise<BadgeDesign> {
    const institution = await this.work.run(actor, (tx) => this.institutions.find(tx, actor.institutionId));
    const { background, accent } = (await this.looks.read(actor)).look;
    const words = { title: draft.title, issuer: institution?.name ?? '', level: levelWords(draft.level) };
    return defaultDesign(words, { background, accent });
  }
}
