import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import type { Offering } from './queries';

export interface CancelOfferingProps {
  offering: Offering;
  isOpen: boolean;
  onClose: () => void;
}

export function CancelOfferingDialog({ offering, isOpen, onClose }: CancelOfferingProps) {
  const { offering: texts } = useMessages('office');
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => read(api.POST('/api/v1/offerings/{id}/cancellation', { params: { path: { id: offering.id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['offerings'] });
      tell(texts.cancelled);
      onClose();
    },
  });
  return (
    <Question
      title={texts.cancelQuestion}
      isOpen={isOpen}
      onClose={onClose}
      yes={texts.cancel}
      no={texts.keep}
      act={cancel}
      look="danger"
    >
      {texts.cancelText}
    </Question>
  );
}
