import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { system } from '../../../platform/database/scope.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { FileStore } from '../../../platform/storage/file-store.js';
import type { StoredFile } from '../../../platform/storage/stored-file.entity.js';
import { EditionStore, type StoredEdition } from '../../catalog/index.js';
import { InstitutionsRepository } from '../../institutions/index.js';
import { svgAround } from '../baking/bake-svg.js';
import type { BadgeDrawing } from '../data/badge-drawing.entity.js';
import { BadgeDrawingsRepository } from '../data/badge-drawings.repository.js';
import { InstitutionLooksRepository } from '../data/institution-looks.repository.js';
import { type BadgeDesign, DEFAULT_COLOURS, defaultDesign, levelWords } from '../domain/badge-design.js';
import { DrawBadge, type DrawnBadge } from '../drawing/draw-badge.js';
import { sizeOf } from '../drawing/rasterise.js';
import type { Shown } from './shown-credential.js';

const PUBLIC = system('badge pictures are public wherever the badge is shown');
const BADGE_IMAGE = 'badge-image';
const MOST_BYTES = 10 * 1024 * 1024;
const OUR_PICTURE = /\/badge-images\/([0-9a-f-]{36})$/;

/** Pictures of badges as they are kept: what was chosen for an edition, or a default that is drawn once and then stays. */
@Injectable()
export class BadgePictures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly drawings: BadgeDrawingsRepository,
    private readonly looks: InstitutionLooksRepository,
    private readonly editions: EditionStore,
    private readonly institutions: InstitutionsRepository,
    private readonly drawBadge: DrawBadge,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The picture that the credential names, and the lines it was drawn from; an uploaded picture is its own drawing. */
  async of({ credential, facts }: Shown): Promise<DrawnBadge> {
    const fileId = OUR_PICTURE.exec(facts.imageUrl ?? '')?.[1];
    const chosen = fileId ? await this.chosen(fileId) : null;
    const { file, drawing } = chosen ?? (await this.ofEdition(credential.editionId)) ?? {};
    if (!file) throw new Error(`The edition ${credential.editionId} of a credential is gone`);
    const png = await buffer(await this.files.openVerified(file));
    return { png, svg: drawing?.svg ?? svgAround(png, await sizeOf(png)) };
  }

  /** The default picture of an edition, drawn when it is first asked for. `null`: there is no such edition. */
  async ofEdition(editionId: string): Promise<{ file: StoredFile; drawing: BadgeDrawing } | null> {
    const kept = await this.work.run(PUBLIC, (tx) => this.kept(tx, editionId));
    if (kept) return kept;
    const asked = await this.work.run(PUBLIC, (tx) => this.wordsOf(tx, editionId));
    return asked && this.keepDefault(asked.edition, asked.design);
  }

  /** Keeps a drawing's pixels; the caller writes the rows. */
  async receive({ png }: DrawnBadge, author: { institutionId: string; personId: string | null }, name: string) {
    return this.files.receive({
      institutionId: author.institutionId,
      purpose: BADGE_IMAGE,
      originalName: `${name}.png`,
      stream: Readable.from([png]),
      maxBytes: MOST_BYTES,
      createdBy: author.personId,
      now: this.clock.now(),
    });
  }

  private async chosen(fileId: string): Promise<{ file: StoredFile; drawing: BadgeDrawing | null } | null> {
    return this.work.run(PUBLIC, async (tx) => {
      const file = await this.files.find(tx, fileId, BADGE_IMAGE);
      return file && { file, drawing: await this.drawings.ofFile(tx, fileId) };
    });
  }

  private async kept(tx: Tx, editionId: string): Promise<{ file: StoredFile; drawing: BadgeDrawing } | null> {
    const drawing = await this.drawings.ofEdition(tx, editionId);
    const file = drawing && (await this.files.find(tx, drawing.fileId, BADGE_IMAGE));
    return drawing && file && { file, drawing };
  }

  private async wordsOf(tx: Tx, editionId: string): Promise<{ edition: StoredEdition; design: BadgeDesign } | null> {
    const edition = await this.editions.find(tx, editionId);
    const institution = edition && (await this.institutions.find(tx, edition.institutionId));
    if (!edition || !institution) return null;
    const { background, accent } = (await this.looks.latest(tx, institution.id))?.look ?? DEFAULT_COLOURS;
    const words = { title: edition.content.title, issuer: institution.name, level: levelWords(edition.content.level) };
    return { edition, design: defaultDesign(words, { background, accent }) };
  }

  private async keepDefault(edition: StoredEdition, design: BadgeDesign) {
    const drawn = await this.drawBadge.run(design, edition.content.language);
    const received = await this.receive(drawn, { institutionId: edition.institutionId, personId: null }, 'badge');
    const { institutionId, id: editionId } = edition;
    const kept = await this.work.run({ institutionId }, async (tx) => {
      await this.drawings.lockEdition(tx, editionId);
      const earlier = await this.kept(tx, editionId);
      if (earlier) return earlier;
      const file = await this.files.record(tx, received);
      const now = this.clock.now();
      const drawing = {
        id: newId(now.getTime()),
        institutionId,
        fileId: file.id,
        editionId,
        design,
        svg: drawn.svg,
        createdAt: now,
      };
      await this.drawings.add(tx, drawing);
      return { file, drawing };
    });
    if (kept.file.id !== received.id) await this.files.discard(received);
    return kept;
  }
}
