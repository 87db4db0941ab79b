import { useCallback, useRef, useState } from 'react';
import { api, read } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import { useAutosave } from '../../../kept/use-autosave';
import { useKept } from '../../../kept/use-kept';
import { attemptQuery } from '../queries';
import type { Answer, Answers, Attempt } from './answers';

/** Answers with the revision of the saved ones that they were made on. */
interface Kept {
  revision: number;
  answers: Answers;
}

/** The answers of a running attempt: in this browser at once, on the server a moment later; what was saved elsewhere is shown, never overwritten. */
export function useAnswers(attempt: Attempt) {
  const saved: Kept = { revision: attempt.revision, answers: attempt.answers };
  const kept = useKept<Kept>(`answers.${attempt.id}`, saved);
  const latest = useRef(kept.value);
  const revision = useRef(kept.value.revision);
  const [conflict, setConflict] = useState<Kept | null>(() =>
    kept.restored && kept.value.revision < saved.revision && !isSame(kept.value, saved) ? saved : null,
  );

  const save = async ({ answers }: Kept) => {
    try {
      const params = { path: { id: attempt.id } };
      const body = { revision: revision.current, answers };
      const told = await read(api.PUT('/api/v1/quiz-attempts/{id}/answers', { params, body }));
      revision.current = told.revision;
      settle(answers);
    } catch (error) {
      const problem = problemOf(error);
      if (problem?.status === 412) {
        const { revision: theirRevision, answers: theirs } = problem.document as unknown as Kept;
        // An answer of the server that was lost on its way, not somebody else.
        if (isSame({ answers }, { answers: theirs })) {
          revision.current = theirRevision;
          return settle(answers);
        }
        setConflict({ revision: theirRevision, answers: theirs });
      }
      if (problem?.code === 'learning.attempt_over') await queryClient.invalidateQueries(attemptQuery(attempt.id));
      throw error;
    }
  };

  /** What was typed meanwhile stays to be saved. */
  const settle = (answers: Answers) => {
    const settled = { revision: revision.current, answers: latest.current.answers };
    latest.current = settled;
    // Whoever comes back to the attempt goes on from what is saved.
    const known = { revision: settled.revision, answers };
    queryClient.setQueryData(attemptQuery(attempt.id).queryKey, (shown) => shown && { ...shown, ...known });
    if (settled.answers === answers) kept.forget(settled);
    else kept.set(settled);
  };

  const { set, forget } = kept;
  const answer = useCallback(
    (questionId: string, given: Answer | null) => {
      const { [questionId]: _, ...others } = latest.current.answers;
      const answers = given === null ? others : { ...others, [questionId]: given };
      latest.current = { revision: revision.current, answers };
      set(latest.current);
    },
    [set],
  );

  /** Of two versions one stands. */
  const choose = (which: 'mine' | 'theirs') => {
    if (!conflict) return;
    revision.current = conflict.revision;
    latest.current = { revision: conflict.revision, answers: which === 'mine' ? latest.current.answers : conflict.answers };
    if (which === 'mine') set(latest.current);
    else forget(latest.current);
    setConflict(null);
  };

  const autosave = useAutosave(kept.value, kept.changed && conflict === null && attempt.can.save, save);
  return { answers: kept.value.answers, answer, autosave, conflict, choose, restored: kept.restored };
}

function isSame(a: Pick<Kept, 'answers'>, b: Pick<Kept, 'answers'>): boolean {
  const sorted = ({ answers }: Pick<Kept, 'answers'>) =>
    JSON.stringify(Object.entries(answers).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(a) === sorted(b);
}
