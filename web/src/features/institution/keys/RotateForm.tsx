import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { Button } from '../../../ui/Button';
import { RadioGroup } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { tell } from '../../../ui/toast';
import { keysQuery } from '../queries';

type Algorithm = View<'RotateKeyDto'>['algorithm'];

const ALGORITHMS: readonly Algorithm[] = ['Ed25519', 'RS256', 'ES256'];

export function RotateForm({ onClose }: { onClose: () => void }) {
  const { keys } = useMessages('institution');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const [algorithm, setAlgorithm] = useState<Algorithm>('Ed25519');
  const rotate = useMutation({
    mutationFn: () =>
      sendOnce('keys.rotation', (header) =>
        read(api.POST('/api/v1/signing-keys/rotation', { params: { header }, body: { algorithm } })),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keysQuery.queryKey });
      tell(keys.rotated);
      onClose();
    },
  });
  return (
    <Form problem={rotate.error} onSubmit={() => rotate.mutate()}>
      <p>{keys.rotateMeans}</p>
      <RadioGroup
        label={keys.which}
        name="algorithm"
        value={algorithm}
        onChange={setAlgorithm}
        choices={ALGORITHMS.map((value) => ({ value, label: value, hint: keys.algorithms[value] }))}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={rotate.isPending}>
          {keys.rotateYes}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
