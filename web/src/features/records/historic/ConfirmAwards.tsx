import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { Checkbox } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { historicProgress } from './historic-progress';
import { type HistoricImport, importQuery } from './queries';

/** Vouches for the good rows; what was bad is said once more. */
export function ConfirmAwards({ run, onClose }: { run: HistoricImport; onClose: () => void }) {
  const { historic } = useMessages('awards');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const [letters, setLetters] = useState(false);
  const { toAward } = historicProgress(run);
  const confirm = useMutation({
    mutationFn: () =>
      sendOnce(`historic.${run.id}.confirmation`, (header) =>
        read(
          api.POST('/api/v1/historic-award-imports/{id}/confirmation', {
            params: { path: { id: run.id }, header },
            body: { leaveOutBadRows: run.counts.bad > 0, letters },
          }),
        ),
      ),
    onSuccess: async (running) => {
      queries.setQueryData(importQuery(run.id).queryKey, running);
      onClose();
      await queries.invalidateQueries({ queryKey: ['records', 'historic'] });
    },
  });
  return (
    <Form problem={confirm.error} onSubmit={() => confirm.mutate()}>
      <p>{historic.confirmMeans}</p>
      {run.counts.bad > 0 && <p>{historic.leavesOut(run.counts.bad)}</p>}
      <Checkbox label={historic.letters} hint={historic.lettersHint} name="letters" value={letters} onChange={setLetters} />
      <Actions>
        <Button type="submit" look="primary" isPending={confirm.isPending}>
          {historic.confirm(toAward)}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
