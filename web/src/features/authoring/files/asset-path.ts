/** The path by which a page names a file: readable, safe in Markdown, and not one of those that are taken. */
export function assetPath(fileName: string, taken: ReadonlySet<string>): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(fileName) ?? [];
  const safe = (text: string) => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}._-]+/gu, '-');
  const name =
    safe(stem)
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 100) || 'file';
  const end = safe(ending).slice(0, 20);
  for (let number = 1; ; number += 1) {
    const path = `files/${name}${number > 1 ? `-${number}` : ''}${end}`;
    if (!taken.has(path)) return path;
  }
}

/** A picture in Markdown; an empty `alt` says that it only decorates. */
export function pictureMarkdown(path: string, alt: string, caption: string): string {
  const title = caption.trim() === '' ? '' : ` "${caption.trim().replaceAll(/(["\\])/g, String.raw`\$1`)}"`;
  return `![${inBrackets(alt)}](${path}${title})`;
}

export function fileLinkMarkdown(path: string, name: string): string {
  return `[${inBrackets(name)}](${path})`;
}

function inBrackets(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([[\]\\*_`$<])/g, String.raw`\$1`);
}
