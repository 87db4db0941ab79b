import { Injectable } from '@nestjs/common';
import { shareCardInputs } from '../domain/share-card.js';
import { DrawingRoom } from '../drawing/drawing-room.js';
import { rasterise } from '../drawing/rasterise.js';
import { BadgePictures } from './badge-pictures.js';
import { InstitutionLooks } from './institution-looks.js';
import { ShownCredential } from './shown-credential.js';

/** The picture that other sites show beside a link to a credential: 1200 by 630 pixels. */
@Injectable()
export class MakeShareCard {
  constructor(
    private readonly shownCredential: ShownCredential,
    private readonly pictures: BadgePictures,
    private readonly looks: InstitutionLooks,
    private readonly room: DrawingRoom,
  ) {}

  async run(publicId: string): Promise<Buffer> {
    const shown = await this.shownCredential.inForce(publicId);
    const look = await this.looks.inForceAt(shown.credential.institutionId, shown.credential.issuedAt);
    const card = shareCardInputs(shown.facts, look, (await this.pictures.of(shown)).svg);
    const svg = await this.room.svg('share-card', { 'share-card': JSON.stringify(card) });
    return rasterise(svg, { width: 1200, height: 630 });
  }
}
