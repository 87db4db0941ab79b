import { useCallback } from 'react';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';

/** How learners are called here: by name, or by a code of the attempt where the assessor chose not to know. */
export function useLearnerName() {
  const { queue } = useMessages('grading');
  const { value: hidden, set: hide } = useKept('grading.hide-names', false);
  const name = useCallback(
    (learnerName: string, attemptId: string) => (hidden ? queue.hidden(attemptId.slice(-4)) : learnerName || queue.unknown),
    [hidden, queue],
  );
  return { name, hidden, hide };
}
