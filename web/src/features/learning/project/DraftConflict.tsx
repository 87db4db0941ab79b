import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import type { Draft } from './use-draft';
import styles from './project.module.css';

/** The draft was saved in another window too: theirs is below, mine is in the form. */
export function DraftConflict({ theirs, choose }: { theirs: Draft; choose: (which: 'mine' | 'theirs') => void }) {
  const { conflict } = useMessages('common');
  return (
    <Notice tone="warn" title={conflict.title}>
      <p>{conflict.explain}</p>
      <p>{conflict.theirsSays}:</p>
      <blockquote className={styles['comment']}>
        <p className={styles['feedback']}>{theirs.text}</p>
        <ul>
          {[...theirs.links, ...theirs.files.map(({ name }) => name)].map((entry) => (
            <li key={entry}>{entry}</li>
          ))}
        </ul>
      </blockquote>
      <Actions>
        <Button look="primary" onPress={() => choose('mine')}>
          {conflict.mine}
        </Button>
        <Button onPress={() => choose('theirs')}>{conflict.theirs}</Button>
      </Actions>
    </Notice>
  );
}
