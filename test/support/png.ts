import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** One part of a PNG with its checksum (PNG §5.3). */
export function chunk(type: string, data: Buffer): Buffer {
  const checked = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(checked));
  return Buffer.concat([length, checked, crc]);
}

/** An iTXt part (PNG §11.3.3.4); `compressed` packs the text. */
export function iTXt(keyword: string, text: string | Buffer, compressed = false): Buffer {
  const bytes = compressed ? deflateSync(text, { level: 9 }) : Buffer.from(text);
  return chunk('iTXt', Buffer.concat([Buffer.from(`${keyword}\0${compressed ? '\x01' : '\0'}\0\0\0`, 'latin1'), bytes]));
}

/** A picture of one pixel with the parts baked in before its data. */
export function png(...parts: readonly Buffer[]): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const data = deflateSync(Buffer.from([0, 0]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...parts, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
