import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import { problemOf } from '../../api/problem';
import { useMessages } from '../../i18n';
import { tell } from '../../ui/toast';
import { gradingQuery } from './queries';

/** Takes what has waited longest and opens it; where nothing is left, the queue, which says so. */
export function useTakeNext(offeringId: string) {
  const messages = useMessages('grading');
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      try {
        return await read(api.POST('/api/v1/offerings/{id}/grading-queue/next', { params: { path: { id: offeringId } } }));
      } catch (error) {
        if (problemOf(error)?.code === 'assessment.nothing_to_grade') return null;
        throw error;
      }
    },
    onSuccess: async (grading) => {
      await queries.invalidateQueries({ queryKey: ['grading'], refetchType: 'none' });
      if (grading === null) {
        tell(messages.nothingLeft);
        await navigate({ to: '/grading/$offeringId', params: { offeringId }, search: {} });
        return;
      }
      queries.setQueryData(gradingQuery(grading.attempt.id).queryKey, grading);
      await navigate({
        to: '/grading/$offeringId/attempts/$attemptId',
        params: { offeringId, attemptId: grading.attempt.id },
      });
    },
  });
}
