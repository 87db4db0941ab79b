import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { api, read, type View } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useSession } from '../../app/session';
import { useAutosave } from '../../kept/use-autosave';
import { useKept } from '../../kept/use-kept';
import { type Notes, notesOf, ratingsOf } from './notes';

type Draft = View<'AssessmentDraftView'>;

interface KeptNotes {
  notes: Notes;
  /** The version of the server's draft that this was written over. */
  over: number;
}

/**
 * An assessor's notes on one attempt: kept in the browser with each word, and by the server a moment later while `mayWrite`.
 * `theirs` is what was saved elsewhere meanwhile; until one of the two is chosen nothing is sent.
 */
export function useNotes({ attempt, rubric, draft }: View<'GradingView'>, mayWrite: boolean, onLost: () => void) {
  const { person } = useSession();
  const version = useRef(draft?.version ?? 0);
  const kept = useKept<KeptNotes>(`grading.${person.id}.${attempt.id}`, { notes: notesOf(draft), over: draft?.version ?? 0 });
  const [theirs, setTheirs] = useState<Draft | null>(() =>
    kept.restored && draft && draft.version !== kept.value.over ? draft : null,
  );
  const newest = useRef(kept.value.notes);
  useLayoutEffect(() => {
    newest.current = kept.value.notes;
  });

  const save = async ({ notes }: KeptNotes) => {
    try {
      const body = { ratings: ratingsOf(notes, rubric), feedback: notes.feedback };
      const params = { path: { id: attempt.id }, header: { 'If-Match': `"v${version.current}"` } };
      const saved = await read(api.PUT('/api/v1/attempts/{id}/assessment-draft', { params, body }));
      version.current = saved.version;
      if (newest.current === notes) kept.forget({ notes, over: saved.version });
      else kept.set({ notes: newest.current, over: saved.version });
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.status === 412) {
        const now = await read(api.GET('/api/v1/attempts/{id}/grading', { params: { path: { id: attempt.id } } }));
        setTheirs(now.draft);
      }
      if (problem?.code === 'assessment.lease_lost') onLost();
      throw error;
    }
  };
  const autosave = useAutosave(kept.value, kept.changed && mayWrite && theirs === null, save);

  const { set, forget } = kept;
  const change = useCallback((notes: Notes) => set({ notes, over: version.current }), [set]);
  const settle = (keep: 'mine' | 'theirs') => {
    if (!theirs) return;
    version.current = theirs.version;
    if (keep === 'theirs') forget({ notes: notesOf(theirs), over: theirs.version });
    else set({ notes: kept.value.notes, over: theirs.version });
    setTheirs(null);
  };
  return { notes: kept.value.notes, change, autosave, theirs, settle, forget: () => forget(kept.value) };
}
