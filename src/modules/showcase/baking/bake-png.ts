import { crc32 } from 'node:zlib';
import { withoutStrayBraces } from './stray-braces.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const KEYWORD = 'openbadgecredential';
/** Length, type and checksum around a chunk's data. */
const FRAME = 12;

/** The picture with the signed credential inside: one uncompressed iTXt chunk before the pixels (OB 3.0 §5.3.1.1). An earlier one is replaced. */
export function bakePng(png: Buffer, signed: string): Buffer {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('A badge picture is not a PNG');
  const chunks = chunksOf(png).filter((chunk) => !holdsCredential(chunk));
  const [header, ...rest] = chunks;
  if (!header) throw new Error('A badge picture has no chunks');
  return Buffer.concat([SIGNATURE, header, credentialChunk(signed), ...rest]);
}

/** PNG §5.3: four bytes of length, four of type, the data, four of CRC. */
function chunksOf(png: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = SIGNATURE.length; at + FRAME <= png.length;) {
    const end = at + FRAME + png.readUInt32BE(at);
    chunks.push(png.subarray(at, end));
    at = end;
  }
  return chunks;
}

function holdsCredential(chunk: Buffer): boolean {
  return /^(?:iTXt|tEXt|zTXt)$/.test(chunk.toString('latin1', 4, 8)) && chunk.toString('latin1', 8).startsWith(`${KEYWORD}\0`);
}

/** PNG §11.3.3.4: keyword, no compression, no language, no translated keyword, then UTF-8. */
function credentialChunk(signed: string): Buffer {
  const body = Buffer.concat([Buffer.from(`iTXt${KEYWORD}\0\0\0\0\0`, 'latin1'), Buffer.from(withoutStrayBraces(signed))]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), chunk.length - 4);
  return chunk;
}
