import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { sendOnce } from '../../kept/send-once';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';

interface Props {
  learner: Pick<View<'LearnerProgressView'>, 'enrollmentId' | 'personName'>;
  onClose: () => void;
}

export function WithdrawQuestion({ learner, onClose }: Props) {
  const { learners } = useMessages('office');
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      sendOnce(`withdraw.${learner.enrollmentId}`, (headers) =>
        read(api.POST('/api/v1/enrollments/{id}/withdrawal', { params: { path: { id: learner.enrollmentId } }, headers })),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['offerings'] });
      await queries.invalidateQueries({ queryKey: ['enrollment', learner.enrollmentId] });
      tell(learners.withdrawn(learner.personName));
      onClose();
    },
  });
  return (
    <Question
      title={learners.withdrawQuestion(learner.personName)}
      isOpen
      onClose={onClose}
      yes={learners.withdraw}
      act={withdraw}
      look="danger"
    >
      {learners.withdrawText}
    </Question>
  );
}
