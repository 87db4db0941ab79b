import type { ReactNode } from 'react';
import type { Command } from './commands';

/** Lets others write Markdown into the text where the caret is; nothing to write brings the focus back there. */
export type Insert = (text: string) => void;

export interface MarkdownEditorProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** The field of the problems that the server may tell. */
  name?: string;
  value: string;
  onChange: (value: string) => void;
  commands?: readonly Command[];
  size?: 'page' | 'short';
  maxLength: number;
  /** Pictures and files of the text: the ids of files by the paths that the text names them with. */
  assets?: Readonly<Record<string, string>>;
  /** More buttons, at the end of the toolbar. */
  tools?: (insert: Insert) => ReactNode;
  /** What to do with files that are pasted or dropped. */
  onFiles?: (files: FileList, insert: Insert) => void;
}

/** What both ways to write get: the text, and what ties them to their label, hint and message. */
export interface AreaProps extends Omit<MarkdownEditorProps, 'hint' | 'error' | 'name'> {
  size: 'page' | 'short';
  wiring: { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined };
  /** The choice between the two. */
  modes: ReactNode;
}
