import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, newIdempotencyKey, read } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { activityQuery, attemptQuery, refreshJourney } from '../queries';

/** Opens an attempt, or comes back to the one that is open, and shows it. */
export function useStartQuiz(enrollmentId: string, activityId: string) {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => {
      const params = { path: { id: enrollmentId, activityId } };
      const headers = newIdempotencyKey();
      return read(api.POST('/api/v1/enrollments/{id}/activities/{activityId}/quiz-attempts', { params, headers }));
    },
    onSuccess: async (attempt) => {
      queryClient.setQueryData(attemptQuery(attempt.id).queryKey, attempt);
      await queryClient.invalidateQueries({ queryKey: activityQuery(enrollmentId, activityId).queryKey });
      await navigate({
        to: '/learning/$enrollmentId/activities/$activityId',
        params: { enrollmentId, activityId },
        search: { attempt: attempt.id },
      });
    },
  });
}

/** Hands in what is saved. */
export function useSubmitQuiz(enrollmentId: string, activityId: string, attemptId: string) {
  return useMutation({
    mutationFn: () => read(api.POST('/api/v1/quiz-attempts/{id}/submission', { params: { path: { id: attemptId } }, body: {} })),
    onSuccess: async (attempt) => {
      queryClient.setQueryData(attemptQuery(attemptId).queryKey, attempt);
      await queryClient.invalidateQueries({ queryKey: activityQuery(enrollmentId, activityId).queryKey });
      await refreshJourney(enrollmentId);
      scrollTo({ top: 0 });
    },
  });
}
