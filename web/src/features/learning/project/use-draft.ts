import { useRef, useState } from 'react';
import { api, read, type View } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import { useAutosave } from '../../../kept/use-autosave';
import { useKept } from '../../../kept/use-kept';
import { projectQuery } from '../queries';
import type { UploadedFile } from './submission-uploads';

type Saved = View<'SubmissionDraftView'>;

/** The work as it is being written, on the version of the saved draft that it was made on. */
export interface Draft {
  version: number;
  text: string;
  links: string[];
  files: UploadedFile[];
}

/** A learner's draft: in this browser at once, on the server a moment later; a version from another window is shown, never overwritten. */
export function useDraft(enrollmentId: string, saved: Saved) {
  const server: Draft = { version: saved.version, text: saved.text, links: saved.links, files: saved.files };
  const kept = useKept<Draft>(`draft.${enrollmentId}`, server);
  const latest = useRef(kept.value);
  const version = useRef(kept.value.version);
  const [conflict, setConflict] = useState<Draft | null>(() =>
    kept.restored && kept.value.version < server.version && !isSame(kept.value, server) ? server : null,
  );

  const settle = (draft: Draft, answer: Pick<Saved, 'version' | 'savedAt'>) => {
    version.current = answer.version;
    latest.current = { ...latest.current, version: answer.version };
    const { text, links, files } = draft;
    queryClient.setQueryData(
      projectQuery(enrollmentId).queryKey,
      (known) => known && { ...known, draft: { text, links, files, ...answer } },
    );
    if (isSame(latest.current, draft)) kept.forget(latest.current);
    else kept.set(latest.current);
  };

  const save = async (draft: Draft) => {
    try {
      settle(draft, await put(enrollmentId, version.current, draft));
    } catch (error) {
      if (problemOf(error)?.status === 412) await meet(draft);
      throw error;
    }
  };

  /** Somebody saved meanwhile: another window of theirs, or this one, whose answer was lost. */
  const meet = async (draft: Draft) => {
    const { draft: current } = await queryClient.fetchQuery({ ...projectQuery(enrollmentId), staleTime: 0 });
    if (!current) return;
    if (isSame(draft, current)) settle(draft, current);
    else setConflict(current);
  };

  const change = (changes: Partial<Omit<Draft, 'version'>>) => {
    latest.current = { ...latest.current, ...changes };
    kept.set(latest.current);
  };

  const choose = (which: 'mine' | 'theirs') => {
    if (!conflict) return;
    version.current = conflict.version;
    latest.current = which === 'mine' ? { ...latest.current, version: conflict.version } : conflict;
    if (which === 'mine') kept.set(latest.current);
    else kept.forget(latest.current);
    setConflict(null);
  };

  const autosave = useAutosave(kept.value, kept.changed && conflict === null, save);
  return { draft: kept.value, version, change, autosave, conflict, choose, restored: kept.restored };
}

function put(enrollmentId: string, version: number, { text, links, files }: Draft): Promise<Saved> {
  const fileIds = files.map(({ id }) => id);
  return read(
    api.PUT('/api/v1/enrollments/{id}/submission-draft', {
      params: { path: { id: enrollmentId }, header: { 'If-Match': `"v${version}"` } },
      // An empty line of the form is no link.
      body: { text, links: links.map((link) => link.trim()).filter((link) => link !== ''), fileIds },
    }),
  );
}

type Work = Pick<Draft, 'text' | 'links' | 'files'>;

function isSame(a: Work, b: Work): boolean {
  const words = ({ text, links, files }: Work) =>
    JSON.stringify([text, links.map((link) => link.trim()).filter(Boolean), files.map(({ id }) => id)]);
  return words(a) === words(b);
}
