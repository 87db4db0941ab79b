import { Node } from '@tiptap/core';
import { parsePictureAttributes } from '../text/page-syntax';

/** Where the picture is that a page names by a path; `null`: there is none. */
export type PictureAddress = (path: string) => string | null;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** What a picture shows and what stands below it, whichever way the page says so. */
export function pictureWords(attrs: Record<string, unknown>): { alt: string; caption: string } {
  const attributes = parsePictureAttributes(text(attrs['attributes']));
  const [alt, title] = [text(attrs['alt']), text(attrs['title'])];
  const told = attributes.get('alt');
  return told === undefined ? { alt, caption: title } : { alt: told, caption: title || alt };
}

/** The attributes of a picture for new words: its width and the like stay. */
export function withPictureWords(
  attrs: Record<string, unknown>,
  { alt, caption }: { alt: string; caption: string },
): Record<string, unknown> {
  const others = [...parsePictureAttributes(text(attrs['attributes']))].filter(([name]) => name !== 'alt');
  const attributes = others.map(([name, value]) => `${name}="${value.replaceAll(/(["\\])/g, String.raw`\$1`)}"`).join(' ');
  return { ...attrs, alt: alt.trim(), title: caption.trim() || null, attributes: attributes ? `{${attributes}}` : null };
}

export const Picture = Node.create<{ addressOf: PictureAddress; missing: string }>({
  name: 'picture',
  group: 'inline',
  inline: true,
  atom: true,
  draggable: true,
  addOptions: () => ({ addressOf: () => null, missing: '' }),
  addAttributes: () => ({
    path: { default: '', parseHTML: (element) => element.dataset['path'] ?? '' },
    alt: { default: '' },
    title: { default: null },
    attributes: { default: null, parseHTML: (element) => element.dataset['attributes'] ?? null },
  }),
  // Pictures of other sites are never shown to learners, so none comes in with what is pasted.
  parseHTML: () => [{ tag: 'img[data-path]' }],
  renderHTML: ({ node: { attrs } }) => [
    'img',
    {
      'data-path': String(attrs['path']),
      alt: String(attrs['alt']),
      ...(attrs['title'] ? { title: String(attrs['title']) } : {}),
      ...(attrs['attributes'] ? { 'data-attributes': String(attrs['attributes']) } : {}),
    },
  ],
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('span');
      dom.dataset['picture'] = '';
      const path = String(node.attrs['path']);
      const { alt, caption } = pictureWords(node.attrs);
      const address = this.options.addressOf(path);
      if (address === null) dom.append(`${this.options.missing} ${alt || path}`);
      else {
        const image = document.createElement('img');
        image.src = address;
        image.alt = alt;
        dom.append(image);
      }
      if (caption) {
        const words = document.createElement('span');
        words.dataset['caption'] = '';
        words.textContent = caption;
        dom.append(words);
      }
      return { dom, ignoreMutation: () => true };
    };
  },
});
