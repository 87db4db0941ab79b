import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Sharp } from 'sharp';
import { fileTypeFromBuffer } from 'file-type';
import { Problem } from '../http/problem.js';
import { pictureTooLarge, pictureUnreadable } from './problems.js';

export interface PictureLimits {
  /** Most pixels, width times height, that are decoded. */
  maxPixels: number;
  /** Longer sides are scaled down to this many pixels. */
  maxSide: number;
}

const RASTER = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif', 'image/tiff']);
const MOST_SECONDS = 20;

/**
 * Decodes a picture and draws it anew as PNG, upright and without anything but its pixels: no EXIF, no profile, no hidden content
 * (ASVS 5.0 V14.2.8). Of an animation, the first picture. Refuses with `file.picture_unreadable` or `file.picture_too_large`; SVG is not read.
 */
export async function reencodePicture(source: Readable | Buffer, { maxPixels, maxSide }: PictureLimits): Promise<Buffer> {
  const bytes = source instanceof Readable ? await buffer(source) : source;
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (!type || !RASTER.has(type))
    throw new Problem(pictureUnreadable, { detail: 'Use a PNG, JPEG, WebP, GIF, AVIF or TIFF picture.' });
  const { default: sharp } = await import('sharp');
  // Its own limit would end in a message without numbers; reading the size decodes nothing yet.
  const picture = sharp(bytes, { limitInputPixels: false, failOn: 'error', sequentialRead: true }).timeout({
    seconds: MOST_SECONDS,
  });
  const { width, height } = await decoding(() => picture.metadata());
  if (width * height > maxPixels) {
    throw new Problem(pictureTooLarge, {
      detail: `It has ${width} × ${height} pixels; at most ${maxPixels} in all are read. Make it smaller.`,
      facts: { width, height, maxPixels },
    });
  }
  return decoding(() => drawnAnew(picture, maxSide));
}

/** `autoOrient` before the metadata that says which way is up is gone. */
function drawnAnew(picture: Sharp, maxSide: number): Promise<Buffer> {
  return picture
    .autoOrient()
    .resize({ width: maxSide, height: maxSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .png()
    .toBuffer();
}

/** Whatever the decoder complains of is a fault of the picture. */
async function decoding<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new Problem(pictureUnreadable, {
      detail: `The picture is damaged or unusual: ${(error as Error).message}. Export it again as PNG.`,
    });
  }
}
