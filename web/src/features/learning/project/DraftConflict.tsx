import { Overtaken } from '../../../ui/Overtaken';
import type { Draft } from './use-draft';
import styles from './project.module.css';

/** The draft was saved in another window too: that version is here, mine is in the form. */
export function DraftConflict({ theirs, choose }: { theirs: Draft; choose: (which: 'mine' | 'theirs') => void }) {
  const what = (
    <blockquote className={styles['comment']}>
      <p className={styles['feedback']}>{theirs.text}</p>
      <ul>
        {[...theirs.links, ...theirs.files.map(({ name }) => name)].map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
    </blockquote>
  );
  return <Overtaken isOwn theirs={what} onMine={() => choose('mine')} onTheirs={() => choose('theirs')} />;
}
