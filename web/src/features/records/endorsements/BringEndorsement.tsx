import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { TextArea } from '../../../ui/fields';
import { FileField } from '../../../ui/FileField';
import { Actions, Form } from '../../../ui/Form';
import { tell } from '../../../ui/toast';
import { readPasted } from './read-pasted';

/** Takes in an endorsement that was signed elsewhere, from a file or from what was sent. */
export function BringEndorsement({ onClose }: { onClose: () => void }) {
  const { endorsements } = useMessages('awards');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const [fault, setFault] = useState<'empty' | 'no-json' | null>(null);
  const kept = useKept('endorsements.brought', '');
  const bring = useMutation({
    mutationFn: (document: Record<string, unknown>) =>
      sendOnce('endorsements.brought', (header) =>
        read(api.POST('/api/v1/received-endorsements', { params: { header }, body: document as Record<string, never> })),
      ),
    onSuccess: async () => {
      kept.forget('');
      await queries.invalidateQueries({ queryKey: ['records', 'endorsements'] });
      tell(endorsements.brought);
      onClose();
    },
  });
  const submit = () => {
    const pasted = readPasted(kept.value);
    setFault(pasted.ok ? null : pasted.fault);
    if (pasted.ok) bring.mutate(pasted.document);
  };
  return (
    <Form problem={bring.error} onSubmit={submit}>
      <p>{endorsements.bringMeans}</p>
      <FileField
        label={endorsements.bringFile}
        accept=".json,application/json"
        onChoose={(file) => void file?.text().then(kept.set)}
      />
      <TextArea
        label={endorsements.bringText}
        hint={endorsements.bringTextHint}
        error={fault ? endorsements.faults[fault] : undefined}
        rows={6}
        spellCheck={false}
        value={kept.value}
        onChange={kept.set}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={bring.isPending}>
          {endorsements.bringYes}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
