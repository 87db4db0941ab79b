import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Chip } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { Prose } from '../../ui/Prose';
import styles from './grading.module.css';
import { SubmittedFile } from './SubmittedFile';

/** What was handed in, with what was asked for at hand. */
export function AttemptWork({ grading }: { grading: View<'GradingView'> }) {
  const { attempt, textHtml, briefHtml } = grading;
  const { room } = useMessages('grading');
  const format = useFormat();
  return (
    <Card title={room.work}>
      <div className={styles['chips']}>
        <span className={styles['quiet']}>{room.handedIn(format.dateTime(attempt.submittedAt))}</span>
        <Lateness attempt={attempt} />
      </div>
      <details className={styles['fold']}>
        <summary>{room.brief}</summary>
        <Prose html={briefHtml} />
      </details>
      {textHtml ? <Prose html={textHtml} /> : <p className={styles['quiet']}>{room.noText}</p>}
      <Links links={attempt.links} />
      {attempt.files.length > 0 && (
        <section className={styles['part']}>
          <h3>{room.files}</h3>
          {attempt.files.map((file) => (
            <SubmittedFile key={file.id} attemptId={attempt.id} file={file} />
          ))}
        </section>
      )}
      <details className={styles['fold']}>
        <summary>{room.receipt}</summary>
        <code>{attempt.sha256}</code>
      </details>
    </Card>
  );
}

function Lateness({ attempt: { dueAt, lateness } }: { attempt: View<'AttemptView'> }) {
  const { room } = useMessages('grading');
  const format = useFormat();
  if (dueAt === null) return null;
  if (lateness.status === 'on-time') return <Chip tone="good">{room.onTime}</Chip>;
  const { penaltyPercent } = lateness;
  return <Chip tone="warn">{penaltyPercent > 0 ? room.late(format.percent(penaltyPercent / 100)) : room.lateFree}</Chip>;
}

function Links({ links }: { links: readonly string[] }) {
  const { room } = useMessages('grading');
  if (links.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h3>{room.links}</h3>
      <ul>
        {links.map((link) => (
          <li key={link}>
            {/^https?:\/\//i.test(link) ? (
              <a href={link} target="_blank" rel="noopener noreferrer nofollow">
                {link} <span className={styles['quiet']}>{room.newTab}</span>
              </a>
            ) : (
              link
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
