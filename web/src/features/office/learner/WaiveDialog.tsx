import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, newIdempotencyKey, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions, Form } from '../../../ui/Form';
import { tell } from '../../../ui/toast';
import { ofEnrollment } from './queries';
import { ReasonField } from './ReasonField';

export interface Waivable {
  title: string;
  wish: { activityId: string } | { courseId: string };
}

interface Props {
  enrollmentId: string;
  waivable: Waivable;
  onClose: () => void;
}

export function WaiveDialog({ enrollmentId, waivable: { title, wish }, onClose }: Props) {
  const { waive: texts } = useMessages('enrollment');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const waive = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/enrollments/{id}/waivers', {
          params: { path: { id: enrollmentId } },
          body: { ...wish, reason },
          headers: newIdempotencyKey(),
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ofEnrollment(enrollmentId) });
      tell(texts.saved(title));
      onClose();
    },
  });
  return (
    <Dialog title={texts.title(title)} isOpen onClose={onClose}>
      <p>{texts.text}</p>
      <Form problem={waive.error} onSubmit={() => waive.mutate()}>
        <ReasonField value={reason} onChange={setReason} />
        <Actions>
          <Button type="submit" look="primary" isPending={waive.isPending}>
            {texts.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
