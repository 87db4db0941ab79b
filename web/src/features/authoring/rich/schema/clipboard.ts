import { Fragment, type Schema, Slice } from '@tiptap/pm/model';
import { readFragment } from '../text/read-page';
import { openDocument } from './rich-document';

/** Plain text that is pasted is Markdown, as it is wherever a page is written; pasted as plain text it is words and nothing else. */
export function pasteMarkdown(text: string, plain: boolean, schema: Schema): Slice {
  const nodes = plain
    ? text.split(/\n{2,}/).map((words) => ({ type: 'paragraph', content: words === '' ? [] : [{ type: 'text', text: words }] }))
    : readFragment(text.replaceAll(/\r\n?/g, '\n'));
  return Slice.maxOpen(Fragment.from(nodes.map((node) => schema.nodeFromJSON(node))));
}

/** What is copied goes as Markdown to wherever only text can go. */
export function slicesAsMarkdown(slice: Slice, schema: Schema): string {
  const { content } = slice;
  const isWords = content.firstChild?.isInline ?? false;
  const doc = schema.topNodeType.createAndFill(null, isWords ? schema.nodes['paragraph']?.create(null, content) : content);
  return doc ? openDocument('', schema).write(doc) : content.textBetween(0, content.size, '\n\n', ' ');
}
