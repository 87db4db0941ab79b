import { Editor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'react';
import { renderFormula } from './render-formula';
import { type RichOptions, richExtensions } from './schema/extensions';
import { openDocument, type RichDocument } from './schema/rich-document';
import { pasteMarkdown, slicesAsMarkdown } from './schema/clipboard';

interface RichText extends Omit<RichOptions, 'formulaOf'> {
  value: string;
  onChange: (value: string) => void;
  maxLength: number;
  attributes: Record<string, string>;
  onPasteFiles: (event: ClipboardEvent | DragEvent, files: FileList) => boolean;
}

/** An editor on a text in Markdown. `mount` is where it stands; what comes in from outside replaces what differs. */
export function useRichEditor(text: RichText) {
  const mount = useRef<HTMLDivElement>(null);
  const newest = useRef(text);
  const told = useRef(text.value);
  const document = useRef<RichDocument>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => {
    newest.current = text;
  });

  useEffect(() => {
    const { names, missing, attributes } = newest.current;
    const addressOf = (path: string) => newest.current.addressOf(path);
    const made = new Editor({
      element: mount.current,
      extensions: richExtensions({ names, missing, addressOf, formulaOf: renderFormula }),
      injectCSS: false,
      editorProps: {
        attributes,
        handlePaste: (_, event) => newest.current.onPasteFiles(event, event.clipboardData?.files ?? new DataTransfer().files),
        handleDrop: (_, event) => newest.current.onPasteFiles(event, event.dataTransfer?.files ?? new DataTransfer().files),
        handleDOMEvents: {
          // A link in a text that is being written is written, not followed.
          click: (_, event) => {
            if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
            return false;
          },
        },
        clipboardTextParser: (words, _, plain, view) => pasteMarkdown(words, plain, view.state.schema),
        clipboardTextSerializer: (slice, view) => slicesAsMarkdown(slice, view.state.schema),
      },
      onTransaction: rerender,
      onUpdate: () => tell(),
    });
    const tell = () => {
      const { maxLength, onChange } = newest.current;
      const written = document.current?.write(made.state.doc) ?? '';
      if (written === told.current) return;
      if (written.length > maxLength && written.length > told.current.length) {
        made.commands.undo();
        return;
      }
      told.current = written;
      onChange(written);
    };
    load(made, told.current, document);
    setEditor(made);
    return () => made.destroy();
  }, []);

  useEffect(() => {
    if (!editor || text.value === told.current) return;
    told.current = text.value;
    load(editor, text.value, document);
  }, [editor, text.value]);

  // The message at the field may come later.
  const attributes = JSON.stringify(text.attributes);
  useEffect(() => {
    editor?.view.setProps({ attributes: JSON.parse(attributes) as Record<string, string> });
  }, [editor, attributes]);

  return { mount, editor };
}

/** Puts a text into the editor, and leaves alone what is equal at both ends, so that the caret stays where it is. */
function load(editor: Editor, markdown: string, document: { current: RichDocument | null }): void {
  const { state } = editor;
  document.current = openDocument(markdown, state.schema);
  const { nodes } = document.current;
  const now = [...state.doc.children];
  const least = Math.min(now.length, nodes.length);
  let start = 0;
  while (start < least && nodes[start]?.eq(now[start] as never)) start += 1;
  let end = 0;
  while (end < least - start && nodes.at(-1 - end)?.eq(now.at(-1 - end) as never)) end += 1;
  const sizeOf = (some: typeof now) => some.reduce((sum, node) => sum + node.nodeSize, 0);
  const from = sizeOf(now.slice(0, start));
  const to = state.doc.content.size - sizeOf(end > 0 ? now.slice(-end) : []);
  const change = state.tr.replaceWith(from, to, nodes.slice(start, nodes.length - end));
  editor.view.dispatch(change.setMeta('preventUpdate', true).setMeta('addToHistory', false));
}
