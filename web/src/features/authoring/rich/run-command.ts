import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { Command } from '../markdown/commands';
import { readFragment } from './text/read-page';

/** Commands that ask for something before they do it. */
export type Asking = 'link' | 'maths';

/** What the buttons and the menu do; `false` for what has to be asked for first. */
export function runRichCommand(editor: Editor, command: Exclude<Command, Asking>, words: { column: string; cell: string }): void {
  const chain = editor.chain().focus();
  switch (command) {
    case 'heading':
      return void chain.toggleHeading({ level: 2 }).run();
    case 'bold':
      return void chain.toggleBold().run();
    case 'italic':
      return void chain.toggleItalic().run();
    case 'bullets':
      return void chain.toggleBulletList().run();
    case 'numbers':
      return void chain.toggleOrderedList().run();
    case 'quote':
      return void chain.toggleBlockquote().run();
    case 'code': {
      const { empty, $from, $to } = editor.state.selection;
      const isBlock = editor.isActive('codeBlock') || $from.parent !== $to.parent || (empty && $from.parent.content.size === 0);
      return void (isBlock ? chain.toggleCodeBlock() : chain.toggleMark('code')).run();
    }
    case 'callout':
    case 'solution':
      return frame(editor, command);
    case 'table':
      return insertTable(editor, words);
  }
}

/** Puts the blocks of the selection into a `:::` block, and the caret into its title; inside a list, where none may stand, nothing happens. */
export function frame(editor: Editor, name: string): void {
  const { state, view } = editor;
  const { directive, directiveTitle } = state.schema.nodes;
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, ({ type }) => ['doc', 'blockquote', 'directive', 'footnote'].includes(type.name));
  if (!directive || !directiveTitle || !range || $from.parent.type === directiveTitle) return;
  const blocks = range.parent.children.slice(range.startIndex, range.endIndex);
  const node = directive.create({ name }, [directiveTitle.create(), ...blocks]);
  const change = state.tr.replaceWith(range.start, range.end, node);
  view.dispatch(change.setSelection(TextSelection.create(change.doc, range.start + 2)).scrollIntoView());
  view.focus();
}

/** Takes the blocks of a `:::` block out of it; its title becomes a paragraph. */
export function unframe(editor: Editor): void {
  const { state, view } = editor;
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type.name !== 'directive') continue;
    const [title, ...rest] = node.children;
    const words = title && title.content.size > 0 ? [state.schema.node('paragraph', null, title.content)] : [];
    view.dispatch(state.tr.replaceWith($from.before(depth), $from.after(depth), [...words, ...rest]).scrollIntoView());
    return view.focus();
  }
}

function insertTable(editor: Editor, { column, cell }: { column: string; cell: string }): void {
  const row = (type: string, word: string) => ({
    type: 'tableRow',
    content: [1, 2].map((at) => ({ type, content: [{ type: 'paragraph', content: [{ type: 'text', text: `${word} ${at}` }] }] })),
  });
  const at = editor.state.selection.from;
  editor
    .chain()
    .focus()
    .insertContent({ type: 'table', content: [row('tableHeader', column), row('tableCell', cell)] })
    .command(({ tr }) => {
      let first = 0;
      tr.doc.descendants((node, position) => {
        if (first === 0 && position >= at - 1 && node.type.name === 'tableHeader') first = position + 2;
        return first === 0;
      });
      if (first > 0) tr.setSelection(TextSelection.create(tr.doc, first, first + column.length + 2));
      return true;
    })
    .run();
}

/** Puts Markdown where the caret is: words among words, blocks as blocks. */
export function insertMarkdown(editor: Editor, markdown: string): void {
  if (markdown === '') return void editor.commands.focus();
  const nodes = readFragment(markdown);
  const [only] = nodes;
  const content = nodes.length === 1 && only?.type === 'paragraph' ? (only.content ?? []) : nodes;
  editor.chain().focus().insertContent(content).run();
}

/** Which buttons are pressed where the caret is. */
export function activeCommands(editor: Editor): Set<Command> {
  const states: [Command, boolean][] = [
    ['heading', editor.isActive('heading')],
    ['bold', editor.isActive('bold')],
    ['italic', editor.isActive('italic')],
    ['link', editor.isActive('link')],
    ['bullets', editor.isActive('bulletList')],
    ['numbers', editor.isActive('orderedList')],
    ['quote', editor.isActive('blockquote')],
    ['code', editor.isActive('code') || editor.isActive('codeBlock')],
    ['maths', editor.isActive('maths') || editor.isActive('mathBlock')],
  ];
  return new Set(states.filter(([, isActive]) => isActive).map(([command]) => command));
}
