/** Kinds of files that a course may show or offer, by the ending of their names. */
const MEDIA_TYPES = new Map([
  ['bib', 'text/plain'],
  ['csv', 'text/csv'],
  ['dat', 'text/plain'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['gif', 'image/gif'],
  ['gz', 'application/gzip'],
  ['ipynb', 'application/json'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['json', 'application/json'],
  ['md', 'text/markdown'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['odg', 'application/vnd.oasis.opendocument.graphics'],
  ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['odt', 'application/vnd.oasis.opendocument.text'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['py', 'text/x-python'],
  ['r', 'text/plain'],
  ['sh', 'text/plain'],
  ['sql', 'text/plain'],
  ['svg', 'image/svg+xml'],
  ['tsv', 'text/tab-separated-values'],
  ['txt', 'text/plain'],
  ['vtt', 'text/vtt'],
  ['webp', 'image/webp'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['yaml', 'text/plain'],
  ['zip', 'application/zip'],
]);

/** `null` for a kind that courses do not offer: programs, web pages, things without an ending. */
export function mediaTypeOf(path: string): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  return (ending && MEDIA_TYPES.get(ending)) || null;
}
