import { useMessages } from '../../i18n';
import { Card } from '../../ui/Page';
import styles from './overview.module.css';
import { GROUPS } from './searches';

/** What is counted, in words: a number that two people read differently answers nobody's question. */
export function Meanings() {
  const texts = useMessages('overview');
  return (
    <Card title={texts.meaningTitle}>
      <dl className={styles['meanings']}>
        {GROUPS.map((group) => (
          <div key={group}>
            <dt>{texts.groups[group]}</dt>
            <dd>{texts.meanings[group]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
