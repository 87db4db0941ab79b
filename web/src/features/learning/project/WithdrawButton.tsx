import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions } from '../../../ui/Form';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { projectQuery, refreshJourney } from '../queries';

/** Takes an attempt back that nobody has begun to grade. */
export function WithdrawButton({ attemptId, enrollmentId }: { attemptId: string; enrollmentId: string }) {
  const { project } = useMessages('learning');
  const { cancel } = useMessages('common');
  const [isAsking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () =>
      sendOnce(`attempt.${attemptId}.withdrawal`, (headers) =>
        read(api.POST('/api/v1/attempts/{id}/withdrawal', { params: { path: { id: attemptId } }, headers })),
      ),
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: projectQuery(enrollmentId).queryKey });
      await refreshJourney(enrollmentId);
    },
  });
  return (
    <>
      <Actions>
        <Button onPress={() => setAsking(true)}>{project.withdraw}</Button>
      </Actions>
      {withdraw.error && <ProblemNotice problem={withdraw.error} />}
      <Dialog title={project.withdrawTitle} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{project.withdrawText}</p>
        <Actions>
          <Button
            look="danger"
            isPending={withdraw.isPending}
            onPress={() => withdraw.mutate(undefined, { onSettled: () => setAsking(false) })}
          >
            {project.withdraw}
          </Button>
          <Button onPress={() => setAsking(false)}>{cancel}</Button>
        </Actions>
      </Dialog>
    </>
  );
}
