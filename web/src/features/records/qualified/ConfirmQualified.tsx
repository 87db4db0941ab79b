import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { TextArea } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { requalificationQuery } from './queries';

interface Props {
  editionId: string;
  /** Of the list that was looked at. */
  version: string;
  /** `null`: everybody on it. */
  enrollmentIds: string[] | null;
  number: number;
  onClose: () => void;
  /** The list is another one by now. */
  onChanged: () => void;
}

export function ConfirmQualified({ editionId, version, enrollmentIds, number, onClose, onChanged }: Props) {
  const { qualified } = useMessages('awards');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const kept = useKept(`qualified.${editionId}.reason`, '');
  const confirm = useMutation({
    mutationFn: () =>
      sendOnce(`qualified.${editionId}`, (header) =>
        read(
          api.POST('/api/v1/editions/{id}/newly-qualified/awards', {
            params: { path: { id: editionId }, header },
            body: { version, reason: kept.value, ...(enrollmentIds && { enrollmentIds }) },
          }),
        ),
      ),
    onSuccess: async (run) => {
      kept.forget('');
      queries.setQueryData(requalificationQuery(run.id).queryKey, run);
      void queries.invalidateQueries({ queryKey: ['records', 'qualified', editionId] });
      await navigate({ to: '/requalifications/$requalificationId', params: { requalificationId: run.id } });
    },
    onError: (error) => {
      if (problemOf(error)?.code === 'credentials.qualified_list_changed') onChanged();
    },
  });
  return (
    <Form problem={confirm.error} onSubmit={() => confirm.mutate()}>
      <p>{qualified.confirmMeans}</p>
      <TextArea
        label={qualified.reason}
        hint={qualified.reasonHint}
        name="reason"
        rows={3}
        maxLength={1_000}
        value={kept.value}
        onChange={kept.set}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={confirm.isPending}>
          {enrollmentIds ? qualified.awardChosen(number) : qualified.awardAll(number)}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
