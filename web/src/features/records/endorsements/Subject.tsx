import styles from '../records.module.css';

/** An address can be looked at; a DID is a name. */
export function Subject({ subject }: { subject: string }) {
  if (!/^https?:\/\//.test(subject)) return <span className={styles['subject']}>{subject}</span>;
  return (
    <a href={subject} target="_blank" rel="noopener noreferrer" className={styles['subject']}>
      {subject}
    </a>
  );
}
