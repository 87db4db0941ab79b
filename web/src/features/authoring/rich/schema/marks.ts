import { InputRule, Mark, markInputRule, mergeAttributes } from '@tiptap/core';
import { TAGS } from '../text/rich-node';

const EXTERNAL = /^(?:https?:|mailto:)/i;

/** A link as the page has it: to another site, to a file, to another activity (`activity:…`) or to a heading. */
export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  excludes: 'link',
  addAttributes: () => ({
    href: { default: '', parseHTML: (element) => element.dataset['href'] ?? element.getAttribute('href') ?? '' },
    title: { default: null },
  }),
  parseHTML: () => [
    { tag: 'a[data-href]' },
    { tag: 'a[href]', getAttrs: (element) => (EXTERNAL.test(element.getAttribute('href') ?? '') ? null : false) },
  ],
  renderHTML({ mark, HTMLAttributes: { title } }) {
    const href = String(mark.attrs['href']);
    return ['a', mergeAttributes({ 'data-href': href, href: EXTERNAL.test(href) ? href : '#' }, title ? { title } : {}), 0];
  },
  addInputRules() {
    return [
      // An address that is typed is a link, as it is to whoever reads the Markdown.
      new InputRule({
        find: /(?:^|\s)(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]])(\s)$/,
        handler: ({ state, range, match }) => {
          const [, address = '', space = ''] = match;
          const end = range.to;
          state.tr
            .addMark(end - address.length, end, this.type.create({ href: address }))
            .removeStoredMark(this.type)
            .insertText(space, end);
        },
      }),
    ];
  },
});

/** Code in a sentence; it can be bold or a link besides. */
export const CodeMark = Mark.create({
  name: 'code',
  code: true,
  exitable: true,
  excludes: 'code',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark('code') };
  },
  addInputRules() {
    return [markInputRule({ find: /(?<!`)`([^`]+)`(?!`)$/, type: this.type })];
  },
});

/** What Markdown has no sign for: keys, sub- and superscripts, highlights. */
export const TAG_MARKS = TAGS.map((tag) =>
  Mark.create({
    name: tag,
    excludes: tag,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  }),
);
