import type { ReactNode } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import { Actions } from './Form';
import { Notice } from './Notice';

interface Props {
  /** What the other author made of it. */
  theirs: ReactNode;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two people changed the same: both versions are there, and one is chosen. */
export function Overtaken({ theirs, onMine, onTheirs }: Props) {
  const { conflict } = useMessages('common');
  return (
    <div role="alert">
      <Notice tone="warn" title={conflict.title}>
        <p>{conflict.explain}</p>
        <p>
          <b>{conflict.theirsSays}:</b>
        </p>
        <div>{theirs}</div>
        <Actions>
          <Button look="primary" onPress={onMine}>
            {conflict.mine}
          </Button>
          <Button onPress={onTheirs}>{conflict.theirs}</Button>
        </Actions>
      </Notice>
    </div>
  );
}
