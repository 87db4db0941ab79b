import { Injectable } from '@nestjs/common';
import { bakePng } from '../baking/bake-png.js';
import { bakeSvg } from '../baking/bake-svg.js';
import { BadgePictures } from './badge-pictures.js';
import { type Shown, ShownCredential } from './shown-credential.js';

/** The badge's picture with the signed credential inside, made from what is stored whenever it is asked for. */
@Injectable()
export class BakeBadge {
  constructor(
    private readonly shownCredential: ShownCredential,
    private readonly pictures: BadgePictures,
  ) {}

  async png(publicId: string): Promise<Buffer> {
    return this.pngOf(await this.shownCredential.inForce(publicId));
  }

  async pngOf(shown: Shown): Promise<Buffer> {
    return bakePng((await this.pictures.of(shown)).png, shown.credential.signed);
  }

  async svg(publicId: string): Promise<string> {
    const shown = await this.shownCredential.inForce(publicId);
    return bakeSvg((await this.pictures.of(shown)).svg, shown.credential.signed);
  }
}
