import { useLayoutEffect, useRef, useState } from 'react';
import { api, read, type View } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useSession } from '../../app/session';
import { useAutosave } from '../../kept/use-autosave';
import { useKept } from '../../kept/use-kept';

type Note = View<'NoteView'>;

interface KeptNote {
  text: string;
  /** The version of the server's note that this was written over. */
  over: number;
}

/**
 * A note: kept in the browser with each word, and by the server a moment later. `theirs` is what was saved on another device meanwhile;
 * until one of the two is chosen nothing is sent.
 */
export function useNote(enrollmentId: string, activityId: string, note: Note) {
  const { person } = useSession();
  const version = useRef(note.version);
  const kept = useKept<KeptNote>(`note.${person.id}.${enrollmentId}.${activityId}`, { text: note.text, over: note.version });
  const [theirs, setTheirs] = useState<Note | null>(() =>
    kept.restored && note.version !== kept.value.over && note.text !== kept.value.text ? note : null,
  );
  const newest = useRef(kept.value.text);
  useLayoutEffect(() => {
    newest.current = kept.value.text;
  });
  const path = { id: enrollmentId, activityId };

  const save = async ({ text }: KeptNote) => {
    try {
      const params = { path, header: { 'If-Match': `"v${version.current}"` } };
      const saved = await read(api.PUT('/api/v1/enrollments/{id}/activities/{activityId}/note', { params, body: { text } }));
      version.current = saved.version;
      if (newest.current === text) kept.forget({ text, over: saved.version });
      else kept.set({ text: newest.current, over: saved.version });
    } catch (error) {
      if (problemOf(error)?.status === 412) {
        setTheirs(await read(api.GET('/api/v1/enrollments/{id}/activities/{activityId}/note', { params: { path } })));
      }
      throw error;
    }
  };
  const autosave = useAutosave(kept.value, kept.changed && theirs === null, save);

  const settle = (keep: 'mine' | 'theirs') => {
    if (!theirs) return;
    version.current = theirs.version;
    if (keep === 'theirs') kept.forget({ text: theirs.text, over: theirs.version });
    else kept.set({ text: kept.value.text, over: theirs.version });
    setTheirs(null);
  };
  const change = (text: string) => kept.set({ text, over: version.current });
  return { text: kept.value.text, restored: kept.restored, change, autosave, theirs, settle };
}
