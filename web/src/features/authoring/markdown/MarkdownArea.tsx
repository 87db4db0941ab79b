import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { COMMANDS, type Command, runCommand, SHORTCUT_COMMANDS } from './commands';
import { continueList } from './continue-list';
import { editTextarea } from './edit-textarea';
import { EditorToolbar } from './EditorToolbar';
import type { AreaProps, Insert } from './area';
import styles from './markdown.module.css';
import type { TextEdit } from './text-edit';

/** A text with the signs of Markdown, and what a toolbar, the keyboard and a clipboard can do for it. Tab leaves it, as every other field. */
export function MarkdownArea({
  label,
  wiring,
  value,
  onChange,
  commands = COMMANDS,
  size,
  maxLength,
  tools,
  onFiles,
  modes,
}: AreaProps) {
  const { markdown: messages } = useMessages('authoring');
  const [area, setArea] = useState<HTMLTextAreaElement | null>(null);
  const edit = (make: (element: HTMLTextAreaElement) => TextEdit | null): boolean => {
    const made = area && make(area);
    if (area && made) editTextarea(area, made);
    return Boolean(made);
  };
  const span = ({ selectionStart, selectionEnd }: HTMLTextAreaElement) => ({ from: selectionStart, to: selectionEnd });
  const run = (command: Command) => edit((element) => runCommand(command, element.value, span(element), messages.placeholders));
  const insert: Insert = (text) => {
    if (text === '') return area?.focus();
    edit((element) => {
      const at = span(element);
      const end = at.from + text.length;
      return { ...at, text, select: { from: end, to: end } };
    });
  };
  const take = (files: FileList, event: { preventDefault: () => void }) => {
    if (!onFiles || files.length === 0) return;
    event.preventDefault();
    onFiles(files, insert);
  };
  return (
    <div className={styles['frame']}>
      <EditorToolbar label={label} commands={commands} onCommand={run}>
        {tools?.(insert)}
        {modes}
      </EditorToolbar>
      <textarea
        ref={setArea}
        {...wiring}
        className={`${styles['text']} ${styles[size]}`}
        value={value}
        maxLength={maxLength}
        spellCheck
        onChange={(event) => onChange(event.currentTarget.value)}
        onPaste={(event) => take(event.clipboardData.files, event)}
        onDrop={(event) => take(event.dataTransfer.files, event)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.altKey) return;
          const command = event.ctrlKey || event.metaKey ? SHORTCUT_COMMANDS.get(event.key.toLowerCase()) : undefined;
          const done = command
            ? run(command)
            : event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey
              ? edit((element) => continueList(element.value, span(element)))
              : false;
          if (done) event.preventDefault();
        }}
      />
    </div>
  );
}
