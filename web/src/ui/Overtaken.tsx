import type { ReactNode } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import { Actions } from './Form';
import { Notice } from './Notice';

interface Props {
  /** What the other author made of it. */
  theirs: ReactNode;
  /** The other author can only be oneself, on another device. */
  isOwn?: boolean;
  onMine: () => void;
  onTheirs: () => void;
}

/** The same was changed in two places: both versions are there, and one is chosen. */
export function Overtaken({ theirs, isOwn = false, onMine, onTheirs }: Props) {
  const { conflict } = useMessages('common');
  const words = isOwn ? conflict.own : conflict;
  return (
    <div role="alert">
      <Notice tone="warn" title={words.title}>
        <p>{words.explain}</p>
        <p>
          <b>{words.theirsSays}:</b>
        </p>
        <div>{theirs}</div>
        <Actions>
          <Button look="primary" onPress={onMine}>
            {words.mine}
          </Button>
          <Button onPress={onTheirs}>{words.theirs}</Button>
        </Actions>
      </Notice>
    </div>
  );
}
