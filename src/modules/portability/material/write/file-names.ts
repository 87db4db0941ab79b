import { SeenNames } from '../../archive/check-names.js';

const LONGEST_SLUG = 60;
const LONGEST_NAME_BYTES = 160;

/** Names that Windows keeps for devices, whatever ending follows. */
const DEVICES = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** A folder's or page's name from a title: a–z, digits and hyphens, at most 60; `absent` where the title has none of them. */
export function slugFrom(title: string, absent: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const slug = words.join('-').slice(0, LONGEST_SLUG).replace(/-$/, '');
  if (slug === '') return absent;
  return DEVICES.test(slug) ? `${absent}-${slug}` : slug;
}

/** A name that every file system takes, as near to the given one as can be, with its ending. Of a safe name, the name itself. */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}\p{M}._ ()+,=@~-]+/gu, '-')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  const ending = /\.[a-z0-9]{1,10}$/i.exec(plain)?.[0] ?? '';
  const stem = Array.from(plain.slice(0, plain.length - ending.length));
  while (Buffer.byteLength(stem.join('') + ending) > LONGEST_NAME_BYTES) stem.pop();
  const whole = (stem.join('') || 'file').replace(/[. ]+$/, '') + ending;
  return DEVICES.test(whole) ? `file-${whole}` : whole;
}

/** Gives names out, each once even where neither case nor composed accents count. */
export class FreeNames {
  private readonly seen = new SeenNames();

  /** The first free one of `name(1)`, `name(2)`, … */
  take(name: (number: number) => string): string {
    for (let number = 1; ; number += 1) {
      const candidate = name(number);
      if (this.seen.add(candidate) === null) return candidate;
    }
  }
}
