import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { remember } from '../queries';

/** Only the title is asked; everything else has a place of its own. */
export function NewMicroCredential({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { create } = useMessages('studio');
  const { cancel } = useMessages('common');
  const navigate = useNavigate();
  const title = useKept('studio.new', '');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      sendOnce('studio.new', (header) =>
        read(api.POST('/api/v1/micro-credentials', { params: { header }, body: { title: title.value.trim() } })),
      ),
    onSuccess: (made) => {
      title.forget('');
      remember(made);
      void navigate({ to: '/studio/$microCredentialId', params: { microCredentialId: made.id } });
    },
  });
  return (
    <Dialog title={create.title} isOpen={isOpen} onClose={onClose}>
      <Form problem={error} onSubmit={() => mutate()}>
        <TextField
          label={create.name}
          hint={create.hint}
          name="title"
          required
          maxLength={200}
          value={title.value}
          onChange={title.set}
        />
        <Actions>
          <Button look="primary" type="submit" isPending={isPending}>
            {create.go}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </Actions>
      </Form>
    </Dialog>
  );
}
