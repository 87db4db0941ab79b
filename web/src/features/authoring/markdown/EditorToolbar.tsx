import {
  Bold,
  Code,
  EyeOff,
  Heading2,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  MessageSquareWarning,
  Quote,
  Radical,
  Table2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { type Command, COMMANDS, SHORTCUTS } from './commands';
import styles from './markdown.module.css';

const ICONS: Record<Command, LucideIcon> = {
  heading: Heading2,
  bold: Bold,
  italic: Italic,
  link: Link2,
  bullets: List,
  numbers: ListOrdered,
  quote: Quote,
  code: Code,
  maths: Radical,
  callout: MessageSquareWarning,
  solution: EyeOff,
  table: Table2,
};

interface EditorToolbarProps {
  /** Which text it belongs to. */
  label: string;
  commands?: readonly Command[];
  /** What the text has where the caret is; pressed buttons say so. */
  active?: ReadonlySet<Command>;
  onCommand: (command: Command) => void;
  children?: ReactNode;
}

/** One stop of the Tab key; the arrows go from button to button. */
export function EditorToolbar({ label, commands = COMMANDS, active, onCommand, children }: EditorToolbarProps) {
  const { markdown: messages } = useMessages('authoring');
  return (
    <Toolbar aria-label={messages.toolbar(label)} className={styles['toolbar']}>
      {commands.map((command) => {
        const Icon = ICONS[command];
        const shortcut = SHORTCUTS[command];
        const name = messages.commands[command] + (shortcut ? ` (${messages.control}+${shortcut.toUpperCase()})` : '');
        return (
          <span key={command} title={name}>
            <Button
              look="quiet"
              icon={<Icon aria-hidden />}
              aria-label={name}
              aria-pressed={active?.has(command)}
              onPress={() => onCommand(command)}
            />
          </span>
        );
      })}
      {children}
    </Toolbar>
  );
}
