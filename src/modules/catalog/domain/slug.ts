const LONGEST = 120;

/**
 * The part of a public address that comes from a title: lower-case letters and digits of any script with hyphens between them.
 * At most 120 characters as a browser sends it; `micro-credential` for a title without letters or digits.
 */
export function slugOf(title: string): string {
  const words = title
    // Takes accents off Latin letters and leaves the marks of other scripts, which belong to the letter.
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  return cut(words.join('-')) || 'micro-credential';
}

/** The slug itself, or the first of `slug-2`, `slug-3`, … that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}

function cut(slug: string): string {
  const characters = [...slug];
  while (encodeURIComponent(characters.join('')).length > LONGEST) characters.pop();
  return characters.join('').replace(/-+$/, '');
}
