import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { RadioGroup } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { tell } from '../../../ui/toast';
import { type Erasure, erasuresQuery } from '../queries';

const REASONS = ['work_in_assessment', 'appeal_open', 'legal_duty'] as const;

/** Says no, for one of the reasons that there are. */
export function RefuseDialog({ erasure: { id, name }, onClose }: { erasure: Erasure; onClose: () => void }) {
  const { erasures: texts } = useMessages('privacy');
  const { cancel, none } = useMessages('common');
  const queries = useQueryClient();
  const [reason, setReason] = useState<(typeof REASONS)[number]>('work_in_assessment');
  const refuse = useMutation({
    mutationFn: () => read(api.POST('/api/v1/erasures/{id}/refusal', { params: { path: { id } }, body: { reason } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: erasuresQuery.queryKey });
      tell(texts.refused(name ?? none));
      onClose();
    },
  });
  return (
    <Dialog title={texts.refuseThis(name ?? none)} isOpen onClose={onClose}>
      <Form problem={refuse.error} onSubmit={() => refuse.mutate()}>
        <p>{texts.refuseText}</p>
        <RadioGroup
          label={texts.reason}
          name="reason"
          value={reason}
          onChange={setReason}
          choices={REASONS.map((value) => ({ value, label: texts.reasons[value] }))}
        />
        <Actions>
          <Button type="submit" look="primary" isPending={refuse.isPending}>
            {texts.refuse}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
