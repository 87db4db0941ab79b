import { Extension, type Extensions } from '@tiptap/core';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { type BlockNames, Directive, DirectiveTitle, Footnote, ListItem, SourceBlock } from './blocks';
import { type FormulaPicture, MathBlock, Maths } from './formulas';
import { CodeMark, LinkMark, TAG_MARKS } from './marks';
import { Picture, type PictureAddress } from './picture';
import { FootnoteReference, SoftBreak, SourceText } from './words';

export interface RichOptions {
  names: BlockNames;
  addressOf: PictureAddress;
  missing: string;
  formulaOf: FormulaPicture;
}

/** What the kit does not know of its nodes and Markdown does. */
const MarkdownAttributes = Extension.create({
  name: 'markdownAttributes',
  addGlobalAttributes: () => [
    { types: ['bulletList', 'orderedList'], attributes: { spread: { default: false, rendered: false } } },
    { types: ['codeBlock'], attributes: { meta: { default: null, rendered: false } } },
  ],
});

/** Tab goes from cell to cell and behind the last one out of the table: a row more would keep the keyboard in it for ever. */
const PageTable = Table.extend({
  addKeyboardShortcuts() {
    return { ...this.parent?.(), Tab: () => this.editor.commands.goToNextCell() };
  },
});

/** The schema: all that a page may hold, and nothing else. What is pasted is cut to it. */
export function richExtensions({ names, addressOf, missing, formulaOf }: RichOptions): Extensions {
  return [
    StarterKit.configure({
      code: false,
      link: false,
      listItem: false,
      underline: false,
      codeBlock: { enableTabIndentation: false },
      trailingNode: { node: 'paragraph', notAfter: ['paragraph'] },
    }),
    MarkdownAttributes,
    ListItem,
    PageTable.configure({ resizable: false }),
    TableRow,
    TableHeader.extend({ content: 'paragraph' }),
    TableCell.extend({ content: 'paragraph' }),
    Directive.configure({ names }),
    DirectiveTitle,
    MathBlock.configure({ pictureOf: formulaOf }),
    SourceBlock,
    Footnote,
    SoftBreak,
    Maths.configure({ pictureOf: formulaOf }),
    FootnoteReference,
    SourceText,
    Picture.configure({ addressOf, missing }),
    LinkMark,
    CodeMark,
    ...TAG_MARKS,
  ];
}
