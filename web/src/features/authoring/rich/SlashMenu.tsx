import type { Editor } from '@tiptap/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../../../i18n';
import type { Command } from '../markdown/commands';
import styles from './rich.module.css';

const BLOCKS: readonly Command[] = ['heading', 'bullets', 'numbers', 'quote', 'code', 'maths', 'callout', 'solution', 'table'];

interface SlashMenuProps {
  editor: Editor;
  commands: readonly Command[];
  onCommand: (command: Command) => void;
}

/** A slash at the beginning of a paragraph offers the blocks there are; what is typed behind it narrows them down. */
export function SlashMenu({ editor, commands, onCommand }: SlashMenuProps) {
  const { markdown, rich: messages } = useMessages('authoring');
  const id = useId();
  const [chosen, setChosen] = useState(0);
  const [refused, setRefused] = useState(-1);
  const { $from, empty } = editor.state.selection;
  const typed = empty && $from.parent.type.name === 'paragraph' ? /^\/(\p{L}*)$/u.exec($from.parent.textContent)?.[1] : undefined;
  const start = $from.start();
  const found =
    typed === undefined || refused === start
      ? []
      : BLOCKS.filter(
          (command) => commands.includes(command) && markdown.commands[command].toLowerCase().includes(typed.toLowerCase()),
        );
  const isOpen = found.length > 0;
  const active = Math.min(chosen, found.length - 1);
  const take = (command: Command | undefined) => {
    if (!command) return;
    editor.commands.deleteRange({ from: start, to: editor.state.selection.to });
    setChosen(0);
    onCommand(command);
  };
  const newest = useRef({ take, found, active, start });
  useEffect(() => {
    newest.current = { take, found, active, start };
  });

  useEffect(() => {
    const { dom } = editor.view;
    if (!isOpen) return undefined;
    dom.setAttribute('aria-controls', id);
    const keys = (event: KeyboardEvent) => {
      const now = newest.current;
      const count = now.found.length;
      if (event.isComposing) return;
      if (event.key === 'ArrowDown') setChosen((now.active + 1) % count);
      else if (event.key === 'ArrowUp') setChosen((now.active + count - 1) % count);
      else if (event.key === 'Enter') now.take(now.found[now.active]);
      else if (event.key === 'Escape') setRefused(now.start);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    dom.addEventListener('keydown', keys, { capture: true });
    return () => {
      dom.removeEventListener('keydown', keys, { capture: true });
      dom.removeAttribute('aria-controls');
      dom.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, isOpen]);
  useEffect(() => {
    if (isOpen) editor.view.dom.setAttribute('aria-activedescendant', `${id}-${active}`);
  }, [editor, id, isOpen, active]);

  const count = (
    <span role="status" className={styles['said']}>
      {isOpen ? messages.slash(found.length) : ''}
    </span>
  );
  if (!isOpen) return count;
  const { bottom, left } = editor.view.coordsAtPos($from.pos);
  const frame = editor.view.dom.parentElement?.parentElement?.getBoundingClientRect();
  return (
    <>
      {count}
      <div
        id={id}
        role="listbox"
        aria-label={messages.slashLabel}
        className={styles['slash']}
        style={{
          top: bottom - (frame?.top ?? 0),
          left: Math.max(0, Math.min(left - (frame?.left ?? 0), (frame?.width ?? 0) - 224)),
        }}
      >
        {found.map((command, index) => (
          <div
            key={command}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              take(command);
            }}
          >
            {markdown.commands[command]}
          </div>
        ))}
      </div>
    </>
  );
}
