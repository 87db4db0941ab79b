import { crc32 } from 'node:zlib';
import { inflate } from './inflate.js';
import { type ReadMaterial, unreadable } from './material.js';
import { decodeText, readCredentialText } from './read-text.js';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What Open Badges 3.0 and CLR 2.0 bake under (OB 3.0 §5.3), and Open Badges 1 and 2. */
const keywords = new Set(['openbadgecredential', 'clrcredential', 'openbadges']);
const mostChunks = 20_000;

export function isPng(bytes: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}

/** The credential baked into a PNG, in an iTXt chunk or, as the first badges had it, a tEXt chunk. Exactly one is allowed. */
export function readPng(bytes: Buffer): ReadMaterial {
  const baked: Buffer[] = [];
  let at = signature.length;
  for (let count = 0; at < bytes.length; count += 1) {
    if (count > mostChunks) return unreadable('png-malformed', `The picture has more than ${mostChunks} parts.`);
    const chunk = readChunk(bytes, at);
    if (typeof chunk === 'string') return unreadable(chunk, faults[chunk]);
    if (chunk.type === 'IEND') break;
    if ((chunk.type === 'iTXt' || chunk.type === 'tEXt') && keywords.has(keywordOf(chunk.data)))
      baked.push(bytes.subarray(at, chunk.end));
    at = chunk.end;
  }
  const [only, ...more] = baked;
  if (more.length > 0) return unreadable('two-inside', 'The picture has two credentials in it, and a reader could see either.');
  return only
    ? readBaked(only)
    : unreadable('nothing-inside', 'The picture has no credential in it. Programs that edit pictures often remove it.');
}

const faults = {
  'png-malformed': 'The picture is cut off or damaged.',
  'png-checksum': 'The picture is damaged: a checksum in it does not match.',
} as const;

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly end: number;
}

/** Length, type, data, and the CRC-32 of type and data (PNG §5.3). */
function readChunk(bytes: Buffer, at: number): Chunk | keyof typeof faults {
  if (at + 12 > bytes.length) return 'png-malformed';
  const dataEnd = at + 8 + bytes.readUInt32BE(at);
  if (dataEnd + 4 > bytes.length) return 'png-malformed';
  const checked = bytes.subarray(at + 4, dataEnd);
  if (crc32(checked) !== bytes.readUInt32BE(dataEnd)) return 'png-checksum';
  return { type: checked.toString('latin1', 0, 4), data: checked.subarray(4), end: dataEnd + 4 };
}

/** At most 79 characters before a zero (PNG §11.3.3). */
function keywordOf(data: Buffer): string {
  const end = data.subarray(0, 80).indexOf(0);
  return end < 0 ? '' : data.toString('latin1', 0, end);
}

function readBaked(chunk: Buffer): ReadMaterial {
  const data = chunk.subarray(8, -4);
  const rest = data.subarray(data.indexOf(0) + 1);
  if (chunk.toString('latin1', 4, 8) === 'tEXt') return readCredentialText(rest.toString('latin1'));
  // Compression flag, method, language tag and translated keyword stand before the text (PNG §11.3.3.4).
  const [flag, method] = rest;
  const languageEnd = rest.indexOf(0, 2);
  const translatedEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0 || (flag !== 0 && flag !== 1) || (flag === 1 && method !== 0))
    return unreadable('png-malformed', 'The part of the picture that holds the credential is damaged.');
  const packed = rest.subarray(translatedEnd + 1);
  const text = flag === 0 ? { ok: true as const, bytes: packed } : inflate(packed);
  if (!text.ok)
    return text.reason === 'inflates-too-far'
      ? unreadable('inflates-too-far', 'The credential in the picture unpacks to more than a million characters.')
      : unreadable('png-malformed', 'The credential in the picture cannot be unpacked.');
  const words = decodeText(text.bytes);
  return words === undefined
    ? unreadable('png-malformed', 'The credential in the picture is not UTF-8.')
    : readCredentialText(words);
}
