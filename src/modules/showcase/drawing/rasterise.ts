const DOTS_PER_INCH = 160;
const DOTS_PER_INCH_ON_SCREEN = 96;

/** One of our own drawings as PNG. */
export async function rasterise(svg: string, { width, height }: { width: number; height: number }): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg), { density: DOTS_PER_INCH }).resize(width, height, { fit: 'fill' }).png().toBuffer();
}

/** All pages of a drawing under each other, as large as a screen shows them. */
export async function rasterisePages(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp(Buffer.from(svg), { density: DOTS_PER_INCH_ON_SCREEN }).png().toBuffer();
}

export async function sizeOf(png: Buffer): Promise<{ width: number; height: number }> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(png).metadata();
  return { width, height };
}

/** The ground with a picture upon it, whole, within a square. */
export async function layUpon(
  ground: Buffer,
  png: Buffer,
  { left, top, side }: { left: number; top: number; side: number },
): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const input = await sharp(png).resize(side, side, { fit: 'contain', background }).png().toBuffer();
  return sharp(ground).composite([{ input, left, top }]).png().toBuffer();
}
