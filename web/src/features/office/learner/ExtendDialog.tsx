import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useTimeZone } from '../../../i18n/format';
import { localTime, momentOf } from '../../../i18n/local-time';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions, Form } from '../../../ui/Form';
import { MomentField } from '../../../ui/MomentField';
import { tell } from '../../../ui/toast';
import { type Enrollment, ofEnrollment } from './queries';
import { ReasonField } from './ReasonField';

interface Props {
  enrollment: Enrollment;
  onClose: () => void;
}

export function ExtendDialog({ enrollment: { id, personName, projectDueAt }, onClose }: Props) {
  const { extend: texts } = useMessages('enrollment');
  const queries = useQueryClient();
  const timeZone = useTimeZone();
  const name = `extend.${id}`;
  const kept = useKept(name, { dueAt: localTime(projectDueAt, timeZone), reason: '' });
  const { dueAt, reason } = kept.value;
  const extend = useMutation({
    mutationFn: () =>
      sendOnce(name, (headers) =>
        read(
          api.POST('/api/v1/enrollments/{id}/extensions', {
            params: { path: { id } },
            body: { dueAt: momentOf(dueAt, timeZone) ?? '', reason },
            headers,
          }),
        ),
      ),
    onSuccess: async () => {
      kept.forget(kept.value);
      await queries.invalidateQueries({ queryKey: ofEnrollment(id) });
      tell(texts.saved);
      onClose();
    },
  });
  return (
    <Dialog title={texts.title(personName)} isOpen onClose={onClose}>
      <Form problem={extend.error} onSubmit={() => extend.mutate()}>
        <MomentField
          name="dueAt"
          label={texts.until}
          hint={texts.hint}
          required
          min={localTime(projectDueAt, timeZone)}
          value={dueAt}
          onChange={(value) => kept.set({ ...kept.value, dueAt: value })}
        />
        <ReasonField value={reason} onChange={(value) => kept.set({ ...kept.value, reason: value })} />
        <Actions>
          <Button type="submit" look="primary" isPending={extend.isPending}>
            {texts.save}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
