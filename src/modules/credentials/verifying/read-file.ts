import { LARGEST_FILE, type ReadMaterial, unreadable } from './material.js';
import { isPdf, readPdf } from './read-pdf.js';
import { isPng, readPng } from './read-png.js';
import { readSvg } from './read-svg.js';
import { decodeText, readCredentialText } from './read-text.js';

/** The credential in a file, told by what is in it: a name or a type is only somebody's word. */
export function readFile(bytes: Buffer): ReadMaterial {
  if (bytes.length > LARGEST_FILE) return unreadable('file-too-large', 'A file may have 5 MB.');
  if (isPng(bytes)) return readPng(bytes);
  if (isPdf(bytes)) return readPdf(bytes);
  const text = decodeText(bytes);
  if (text === undefined) return unreadable('file-unknown', 'This is no JSON, token, PNG, SVG or PDF.');
  return text
    .trimStart()
    .replace(/^\uFEFF/, '')
    .startsWith('<')
    ? readSvg(text)
    : readCredentialText(text);
}
