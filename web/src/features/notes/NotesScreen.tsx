import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute, Link } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { TextField } from '../../ui/fields';
import { ExternalLinkButton, LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { MoreButton } from '../../ui/MoreButton';
import { EmptyState, Page } from '../../ui/Page';
import { useSettled } from '../../ui/use-settled';
import styles from './notes.module.css';
import { notesQuery } from './queries';

export const notesRoute = createLazyRoute('/notes')({ component: NotesScreen });

function NotesScreen() {
  const messages = useMessages('notes');
  const format = useFormat();
  const { q = '' } = notesRoute.useSearch();
  const navigate = notesRoute.useNavigate();
  const [words, setWords] = useState(q);
  const settled = useSettled(words.trim());
  useEffect(() => {
    if (settled === q) return;
    void navigate({ search: settled ? { q: settled } : {}, replace: true });
  }, [settled, q, navigate]);
  const query = useInfiniteQuery(notesQuery(settled));
  const hasNone = query.data?.pages[0]?.items.length === 0 && settled === '' && words === '';
  return (
    <Page
      title={messages.title}
      width="text"
      lead={messages.lead}
      actions={
        !hasNone && (
          <ExternalLinkButton icon={<Download aria-hidden />} href="/api/v1/me/notes.md" download="notes.md">
            {messages.download}
          </ExternalLinkButton>
        )
      }
    >
      {!hasNone && <TextField label={messages.search} type="search" value={words} onChange={setWords} maxLength={200} />}
      <Loaded query={query}>
        {({ pages }) => {
          const notes = pages.flatMap(({ items }) => items);
          if (hasNone) return <NoneYet />;
          return (
            <>
              <p role="status" className={styles['quiet']}>
                {notes.length === 0 ? messages.nothingFound(settled) : messages.found(format.number(notes.length))}
              </p>
              <ul className={styles['list']}>
                {notes.map((note) => (
                  <ListedNote key={`${note.enrollmentId} ${note.activityId}`} note={note} />
                ))}
              </ul>
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function ListedNote({ note }: { note: View<'PlacedNoteView'> }) {
  const messages = useMessages('notes');
  const format = useFormat();
  const { enrollmentId, activityId, activity, course, microCredential, text, updatedAt } = note;
  return (
    <li className={styles['note']}>
      <div className={styles['place']}>
        <h2>
          {activity === null ? (
            messages.gone
          ) : (
            <Link to="/learning/$enrollmentId/activities/$activityId" params={{ enrollmentId, activityId }}>
              {activity}
            </Link>
          )}
        </h2>
        <span className={styles['quiet']}>{messages.changed(format.relative(updatedAt))}</span>
      </div>
      <p className={styles['quiet']}>{[course, microCredential].filter(Boolean).join(' · ')}</p>
      <p className={styles['text']}>{text}</p>
    </li>
  );
}

function NoneYet() {
  const messages = useMessages('notes');
  return (
    <EmptyState
      title={messages.emptyTitle}
      action={
        <LinkButton look="primary" to="/">
          {messages.toLearning}
        </LinkButton>
      }
    >
      {messages.emptyText}
    </EmptyState>
  );
}
