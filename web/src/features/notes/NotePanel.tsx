import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronDown, NotebookPen } from 'lucide-react';
import { useState } from 'react';
import type { View } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useMessages } from '../../i18n';
import { TextArea } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { Overtaken } from '../../ui/Overtaken';
import { SaveStatus } from '../../ui/SaveStatus';
import styles from './notes.module.css';
import { noteQuery } from './queries';
import { useNote } from './use-note';

interface Props {
  enrollmentId: string;
  activityId: string;
}

const NOTHING: View<'NoteView'> = { text: '', version: 0, updatedAt: null };

/** The learner's own note beside an activity. Out of reach of the server one writes all the same; should there be one, both are shown later. */
export function NotePanel(place: Props) {
  const query = useQuery(noteQuery(place.enrollmentId, place.activityId));
  const isOffline = problemOf(query.error)?.code === 'offline';
  return (
    <Loaded query={isOffline ? { ...query, error: null, data: query.data ?? NOTHING } : query}>
      {(note) => <NoteEditor {...place} note={note} />}
    </Loaded>
  );
}

function NoteEditor({ enrollmentId, activityId, note }: Props & { note: View<'NoteView'> }) {
  const messages = useMessages('notes');
  const { text, restored, change, autosave, theirs, settle } = useNote(enrollmentId, activityId, note);
  // Whoever empties their note goes on writing.
  const [startsOpen] = useState(text !== '' || theirs !== null);
  const isWritten = text !== '' || autosave.savedAt !== null || note.updatedAt !== null;
  return (
    <details className={styles['panel']} open={startsOpen}>
      <summary>
        <NotebookPen aria-hidden />
        {messages.mine}
        <ChevronDown aria-hidden className={styles['marker']} />
      </summary>
      <div className={styles['editor']}>
        {theirs && (
          <Overtaken
            isOwn
            theirs={<p className={styles['text']}>{theirs.text}</p>}
            onMine={() => settle('mine')}
            onTheirs={() => settle('theirs')}
          />
        )}
        <TextArea
          label={messages.text}
          hint={restored ? `${messages.hint} ${messages.restored}` : messages.hint}
          value={text}
          onChange={change}
          maxLength={20_000}
        />
        <div className={styles['foot']}>
          {isWritten && <SaveStatus state={autosave.state} savedAt={autosave.savedAt ?? note.updatedAt} />}
          <Link to="/notes">{messages.all}</Link>
        </div>
      </div>
    </details>
  );
}
