import { Node } from '@tiptap/core';

const inline = { group: 'inline', inline: true, selectable: true } as const;

/** The end of a line in the source. It shows as the space that it is to readers. */
export const SoftBreak = Node.create({
  ...inline,
  name: 'softBreak',
  selectable: false,
  parseHTML: () => [{ tag: 'span[data-soft-break]' }],
  renderHTML: () => ['span', { 'data-soft-break': '' }, ' '],
  renderText: () => ' ',
});

/** `[^1]`: leads to the footnote of that name. */
export const FootnoteReference = Node.create({
  ...inline,
  name: 'footnoteReference',
  atom: true,
  addAttributes: () => ({ label: { default: '', parseHTML: (element) => element.dataset['footnote'] ?? '' } }),
  parseHTML: () => [{ tag: 'sup[data-footnote]', priority: 60 }],
  renderHTML: ({ node }) => ['sup', { 'data-footnote': String(node.attrs['label']) }, `[${String(node.attrs['label'])}]`],
});

/** What the editor has no form for, as it is written. */
export const SourceText = Node.create({
  ...inline,
  name: 'sourceText',
  atom: true,
  addAttributes: () => ({ source: { default: '', parseHTML: (element) => element.dataset['source'] ?? '' } }),
  parseHTML: () => [{ tag: 'code[data-source]', priority: 60 }],
  renderHTML: ({ node }) => ['code', { 'data-source': String(node.attrs['source']) }, String(node.attrs['source'])],
  renderText: ({ node }) => String(node.attrs['source']),
});
