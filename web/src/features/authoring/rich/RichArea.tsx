import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import type { AreaProps } from '../markdown/area';
import { COMMANDS, type Command } from '../markdown/commands';
import { EditorToolbar } from '../markdown/EditorToolbar';
import markdownStyles from '../markdown/markdown.module.css';
import { PictureDialog } from '../markdown/PictureDialog';
import { AskDialog } from './AskDialog';
import { ContextBar } from './ContextBar';
import styles from './rich.module.css';
import { activeCommands, type Asking, insertMarkdown, runRichCommand } from './run-command';
import { pictureWords, withPictureWords } from './schema/picture';
import { SlashMenu } from './SlashMenu';
import { useRichEditor } from './use-rich-editor';

type Asked = Asking | 'picture';

/** A text as it will look. What it holds is Markdown all the same; Tab leaves it, as every other field. */
export default function RichArea(props: AreaProps) {
  const { label, wiring, value, onChange, commands = COMMANDS, size, maxLength, assets = {}, tools, onFiles, modes } = props;
  const { markdown, rich: messages } = useMessages('authoring');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { mount, editor } = useRichEditor({
    value,
    onChange,
    maxLength,
    names: messages.blocks,
    missing: messages.pictureMissing,
    addressOf: (path) => (assets[path] ? `/api/v1/files/${assets[path]}/content` : null),
    attributes: {
      id: wiring.id,
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': label,
      class: `${styles['text']} ${markdownStyles[size]}`,
      ...(wiring['aria-invalid'] ? { 'aria-invalid': 'true' } : {}),
      ...(wiring['aria-describedby'] ? { 'aria-describedby': wiring['aria-describedby'] } : {}),
    },
    onPasteFiles: (event, files) => {
      // Word and its like send a picture of the words beside the words.
      const isWords = event instanceof ClipboardEvent && event.clipboardData?.types.includes('text/html');
      if (!onFiles || files.length === 0 || isWords || !editor) return false;
      event.preventDefault();
      onFiles(files, (text) => insertMarkdown(editor, text));
      return true;
    },
  });
  const run = (command: Command) => {
    if (!editor) return;
    if (command === 'link' || command === 'maths') setAsked(command);
    else runRichCommand(editor, command, markdown.placeholders);
  };
  return (
    // The keyboard's shortcut for links is caught here, since it asks for the address.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={`${markdownStyles['frame']} ${styles['frame']}`}
      onKeyDown={(event) => {
        if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || !commands.includes('link')) return;
        event.preventDefault();
        setAsked('link');
      }}
    >
      <EditorToolbar label={label} commands={commands} active={editor ? activeCommands(editor) : new Set()} onCommand={run}>
        {editor && tools?.((text) => insertMarkdown(editor, text))}
        {modes}
      </EditorToolbar>
      {editor && <ContextBar editor={editor} label={label} onAsk={setAsked} />}
      <div ref={mount} className={styles['mount']} />
      {editor && <SlashMenu editor={editor} commands={commands} onCommand={run} />}
      {editor && asked && <Asks {...{ editor, asked, assets }} onDone={() => setAsked(null)} />}
    </div>
  );
}

interface AsksProps {
  editor: Editor;
  asked: Asked;
  assets: Readonly<Record<string, string>>;
  onDone: () => void;
}

function Asks({ editor, asked, assets, onDone }: AsksProps) {
  const done = () => {
    onDone();
    // The dialog gives the focus back when it is gone.
    requestAnimationFrame(() => editor.commands.focus());
  };
  if (asked === 'picture') {
    const attrs = editor.getAttributes('picture');
    const path = String(attrs['path']);
    return (
      <PictureDialog
        picture={{ id: assets[path] ?? '', name: path }}
        words={pictureWords(attrs)}
        onClose={done}
        onPlaced={(words) => {
          editor.commands.updateAttributes('picture', withPictureWords(attrs, words));
          done();
        }}
      />
    );
  }
  const initial =
    asked === 'link' ? String(editor.getAttributes('link')['href'] ?? '') : String(editor.getAttributes('maths')['tex'] ?? '');
  return (
    <AskDialog
      what={asked}
      initial={initial}
      onClose={done}
      onAnswer={(answer) => {
        if (asked === 'link') setLink(editor, answer);
        else setMaths(editor, answer);
        done();
      }}
    />
  );
}

function setLink(editor: Editor, href: string): void {
  const chain = editor.chain().extendMarkRange('link');
  if (href === '') chain.unsetMark('link').run();
  else if (editor.state.selection.empty && !editor.isActive('link')) {
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run();
  } else chain.setMark('link', { href }).run();
}

function setMaths(editor: Editor, tex: string): void {
  if (editor.isActive('maths')) {
    if (tex === '') editor.commands.deleteSelection();
    else editor.commands.updateAttributes('maths', { tex });
  } else if (tex !== '') editor.commands.insertContent({ type: 'maths', attrs: { tex } });
}
