import { Injectable } from '@nestjs/common';
import { sanitiseSvg } from '../../../platform/storage/svg/sanitise-svg.js';
import { type BadgeDesign, badgeInputs, withIcon } from '../domain/badge-design.js';
import { DrawingRoom } from './drawing-room.js';
import { rasterise } from './rasterise.js';

export interface DrawnBadge {
  /** Letters are drawn as lines, so that it needs no font. */
  readonly svg: string;
  readonly png: Buffer;
}

const SIDE = 1024;

/** A design's picture, as lines and as pixels. The same design is always drawn alike. */
@Injectable()
export class DrawBadge {
  constructor(private readonly room: DrawingRoom) {}

  async lines(design: BadgeDesign, language: string): Promise<string> {
    const drawn = await this.room.svg('badge', { badge: JSON.stringify(badgeInputs(design, language)) });
    const cleaned = sanitiseSvg(withIcon(drawn, design));
    if (!cleaned.ok) throw new Error(`A drawn badge is not an SVG: ${cleaned.reason}`);
    return cleaned.svg;
  }

  async run(design: BadgeDesign, language: string): Promise<DrawnBadge> {
    const svg = await this.lines(design, language);
    return { svg, png: await rasterise(svg, { width: SIDE, height: SIDE }) };
  }
}
