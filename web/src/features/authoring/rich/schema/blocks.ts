import { InputRule, mergeAttributes, Node } from '@tiptap/core';

/** What a `:::` block is called where it stands; its name where there is no word. */
export type BlockNames = Readonly<Record<string, string>>;

export const ListItem = Node.create({
  name: 'listItem',
  // The fences of a `:::` block would not be found again inside a list.
  content:
    '(paragraph | heading | blockquote | bulletList | orderedList | codeBlock | horizontalRule | table | mathBlock | sourceBlock)+',
  defining: true,
  addAttributes: () => ({
    checked: {
      default: null,
      parseHTML: (element) => {
        const told = element.dataset['checked'];
        const box = element.querySelector<HTMLInputElement>(
          ':scope > input[type=checkbox], :scope > label > input[type=checkbox]',
        );
        return told ? told === 'true' : box ? box.hasAttribute('checked') : null;
      },
      renderHTML: ({ checked }) => (typeof checked === 'boolean' ? { 'data-checked': String(checked) } : {}),
    },
    spread: { default: false, rendered: false },
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', mergeAttributes(HTMLAttributes), 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name),
      'Mod-]': () => this.editor.commands.sinkListItem(this.name),
      'Mod-[': () => this.editor.commands.liftListItem(this.name),
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\[([ xX])\]\s$/,
        handler: ({ state, range, match }) => {
          const item = state.doc.resolve(range.from).node(-1);
          if (item.type !== this.type) return null;
          const at = state.doc.resolve(range.from).before(-1);
          state.tr.delete(range.from, range.to).setNodeAttribute(at, 'checked', match[1] !== ' ');
          return undefined;
        },
      }),
    ];
  },
});

/** `:::note[Title]` … `:::`: a callout, or something that opens when asked. */
export const Directive = Node.create<{ names: BlockNames }>({
  name: 'directive',
  group: 'block',
  content: 'directiveTitle block+',
  defining: true,
  addOptions: () => ({ names: {} }),
  addAttributes: () => ({
    name: { default: 'callout', parseHTML: (element) => element.dataset['block'] ?? 'callout' },
    attributes: {
      default: {},
      rendered: false,
    },
  }),
  parseHTML: () => [{ tag: 'div[data-block]' }],
  renderHTML({ node }) {
    const name = String(node.attrs['name']);
    return ['div', { 'data-block': name, 'data-kind': this.options.names[name] ?? name }, 0];
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^:::\s?([a-z][\w-]*)\s$/i,
        handler: ({ state, range, match, chain }) => {
          if (state.doc.resolve(range.from).depth !== 1) return null;
          chain()
            .deleteRange(range)
            .command(({ tr }) => {
              const $at = tr.selection.$from;
              const node = this.type.createAndFill({ name: match[1]?.toLowerCase() });
              if (node) tr.replaceWith($at.before(), $at.after(), node);
              return Boolean(node);
            })
            .run();
          return undefined;
        },
      }),
    ];
  },
});

export const DirectiveTitle = Node.create({
  name: 'directiveTitle',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'p[data-block-title]', priority: 60 }],
  renderHTML: () => ['p', { 'data-block-title': '' }, 0],
  addKeyboardShortcuts() {
    return {
      // A title is one line; Enter goes on below it.
      Enter: () => {
        const { $from } = this.editor.state.selection;
        return $from.parent.type === this.type && this.editor.commands.setTextSelection($from.after() + 1);
      },
    };
  },
});

/** What the editor has no form for, as it is written in the page, and to be changed only so. */
export const SourceBlock = Node.create({
  name: 'sourceBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML: () => [{ tag: 'pre[data-source]', preserveWhitespace: 'full', priority: 60 }],
  renderHTML: () => ['pre', { 'data-source': '' }, ['code', 0]],
});

/** `[^1]: …` */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({ label: { default: '', parseHTML: (element) => element.dataset['label'] ?? '' } }),
  parseHTML: () => [{ tag: 'div[data-label]' }],
  renderHTML: ({ node }) => ['div', { 'data-label': String(node.attrs['label']) }, 0],
});
