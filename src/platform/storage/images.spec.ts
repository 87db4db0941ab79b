import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { reencodePicture } from './images.js';

const LIMITS = { maxPixels: 1_000_000, maxSide: 400 };

const blue = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#06c' } });

describe('reencodePicture', () => {
  it.each(['png', 'jpeg', 'webp', 'gif', 'avif', 'tiff'] as const)('draws a %s anew as PNG', async (format) => {
    const picture = await reencodePicture(await blue(20, 10).toFormat(format).toBuffer(), LIMITS);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 20, height: 10 });
  });

  it('reads a stream', async () => {
    const picture = await reencodePicture(Readable.from([await blue(20, 10).png().toBuffer()]), LIMITS);
    expect(await sharp(picture).metadata()).toMatchObject({ width: 20, height: 10 });
  });

  it('leaves out where and by whom it was taken, and turns it upright first', async () => {
    const photo = await blue(20, 10)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Amira Haddad' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect(photo.includes('Amira')).toBe(true);
    const picture = await reencodePicture(photo, LIMITS);
    const { exif, xmp, icc, orientation, width, height } = await sharp(picture).metadata();
    expect({ exif, xmp, icc, orientation }).toEqual({});
    expect({ width, height }).toEqual({ width: 10, height: 20 });
    expect(picture.includes('Amira')).toBe(false);
  });

  it('leaves out what hides behind the picture', async () => {
    const polyglot = Buffer.concat([await blue(20, 10).png().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    expect((await reencodePicture(polyglot, LIMITS)).includes('script')).toBe(false);
  });

  it('makes a large one smaller and leaves a small one as small', async () => {
    const large = await reencodePicture(await blue(1_000, 500).png().toBuffer(), LIMITS);
    expect(await sharp(large).metadata()).toMatchObject({ width: 400, height: 200 });
  });

  it('keeps what is transparent', async () => {
    const clear = await sharp({ create: { width: 4, height: 4, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
      .png()
      .toBuffer();
    expect((await sharp(await reencodePicture(clear, LIMITS)).metadata()).hasAlpha).toBe(true);
  });

  it('refuses more pixels than allowed, and says how many there are', async () => {
    const wide = await blue(2_000, 1_000).png().toBuffer();
    await expect(reencodePicture(wide, LIMITS)).rejects.toMatchObject({
      type: { code: 'file.picture_too_large' },
      particulars: { facts: { width: 2_000, height: 1_000, maxPixels: 1_000_000 } },
    });
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>')],
    [
      'an SVG with XML declaration',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n')],
    ['words', Buffer.from('a picture of a weir')],
    ['nothing', Buffer.alloc(0)],
    ['a signature and nothing behind it', Buffer.from('89504e470d0a1a0a', 'hex')],
  ])('refuses %s', async (_, bytes) => {
    await expect(reencodePicture(bytes, LIMITS)).rejects.toMatchObject({ type: { code: 'file.picture_unreadable' } });
  });

  it('refuses a picture that is cut off', async () => {
    const whole = await blue(300, 300).jpeg().toBuffer();
    await expect(reencodePicture(whole.subarray(0, whole.length / 2), LIMITS)).rejects.toMatchObject({
      type: { code: 'file.picture_unreadable' },
    });
  });
});
