import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
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
      read(
        api.POST('/api/v1/enrollments/{id}/withdrawal', {
          params: { path: { id: learner.enrollmentId } },
          headers: newIdempotencyKey(),
        }),
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
