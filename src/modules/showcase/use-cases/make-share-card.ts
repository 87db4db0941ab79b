import { Injectable } from '@nestjs/common';
import { shareCardInputs } from '../domain/share-card.js';
import { DrawingRoom } from '../drawing/drawing-room.js';
import { layUpon, rasterise } from '../drawing/rasterise.js';
import { BadgePictures } from './badge-pictures.js';
import { InstitutionLooks } from './institution-looks.js';
import { ShownCredential } from './shown-credential.js';

/** On the card's white disc, whose centre is at 274, 315. */
const BADGE_PLACE = { left: 84, top: 125, side: 380 };

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
    const card = await this.room.svg('share-card', { 'share-card': JSON.stringify(shareCardInputs(shown.facts, look)) });
    const ground = await rasterise(card, { width: 1200, height: 630 });
    return layUpon(ground, (await this.pictures.of(shown)).png, BADGE_PLACE);
  }
}
