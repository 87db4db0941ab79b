import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
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
  const name = `waive.${enrollmentId}.${'activityId' in wish ? wish.activityId : wish.courseId}`;
  const reason = useKept(name, '');
  const waive = useMutation({
    mutationFn: () =>
      sendOnce(name, (headers) =>
        read(
          api.POST('/api/v1/enrollments/{id}/waivers', {
            params: { path: { id: enrollmentId } },
            body: { ...wish, reason: reason.value },
            headers,
          }),
        ),
      ),
    onSuccess: async () => {
      reason.forget('');
      await queries.invalidateQueries({ queryKey: ofEnrollment(enrollmentId) });
      tell(texts.saved(title));
      onClose();
    },
  });
  return (
    <Dialog title={texts.title(title)} isOpen onClose={onClose}>
      <p>{texts.text}</p>
      <Form problem={waive.error} onSubmit={() => waive.mutate()}>
        <ReasonField value={reason.value} onChange={reason.set} />
        <Actions>
          <Button type="submit" look="primary" isPending={waive.isPending}>
            {texts.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
