import { Problem } from '../http/problem.js';
import { coversMediaType } from './media-types.js';
import { fileTypeMismatch, fileTypeNotAllowed } from './problems.js';
import { recogniseMediaType } from './recognise-media-type.js';

/** The media type of a file by its first bytes and name; throws `file.type_mismatch` or `file.type_not_allowed`. */
export async function allowedMediaType(head: Buffer, name: string, allowed: readonly string[]): Promise<string> {
  const recognised = await recogniseMediaType(head, name);
  if (!recognised.ok) {
    const seen = recognised.looksLike ? `looks like ${recognised.looksLike}` : 'is something else (text must be UTF-8)';
    throw new Problem(fileTypeMismatch, {
      detail: `By its name ${name} is ${recognised.expected}, but its content ${seen}. Save it again in that format, or rename it.`,
      facts: { expected: recognised.expected, looksLike: recognised.looksLike },
    });
  }
  if (!coversMediaType(allowed, recognised.mediaType)) {
    throw new Problem(fileTypeNotAllowed, {
      detail: `${name} is ${recognised.mediaType}. Hand in one of: ${allowed.join(', ')}.`,
      facts: { mediaType: recognised.mediaType, allowed },
    });
  }
  return recognised.mediaType;
}
