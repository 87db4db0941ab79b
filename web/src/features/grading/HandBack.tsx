import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { tell } from '../../ui/toast';

interface Props {
  attemptId: string;
  offeringId: string;
  /** Saves what is noted so far. */
  before: () => Promise<void>;
}

/** Gives the attempt back to the queue, for others to take. */
export function HandBack({ attemptId, offeringId, before }: Props) {
  const { room } = useMessages('grading');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const handBack = useMutation({
    mutationFn: async () => {
      await before();
      await read(api.DELETE('/api/v1/attempts/{id}/lease', { params: { path: { id: attemptId } } }));
    },
    onSuccess: async () => {
      tell(room.handedBack);
      await queries.invalidateQueries({ queryKey: ['grading'], refetchType: 'none' });
      await navigate({ to: '/grading/$offeringId', params: { offeringId }, search: {} });
    },
  });
  return (
    <>
      <Button look="quiet" isPending={handBack.isPending} onPress={() => handBack.mutate()}>
        {room.handBack}
      </Button>
      {handBack.error ? <ProblemNotice problem={handBack.error} /> : null}
    </>
  );
}
