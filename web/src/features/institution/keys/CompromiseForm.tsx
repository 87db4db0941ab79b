import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Checkbox, TextArea } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { tell } from '../../../ui/toast';
import { keysQuery } from '../queries';
import type { SigningKey } from './KeysScreen';

/** Says what will happen, to how many, before it does: it cannot be undone. */
export function CompromiseForm({ signingKey, onClose }: { signingKey: SigningKey; onClose: () => void }) {
  const { keys } = useMessages('institution');
  const { cancel } = useMessages('common');
  const { id, state, standing, jwts } = signingKey;
  const queries = useQueryClient();
  const name = `institution.compromise.${id}`;
  const kept = useKept(name, '');
  const [isSure, setIsSure] = useState(false);
  const report = useMutation({
    mutationFn: () =>
      sendOnce(name, (header) =>
        read(
          api.POST('/api/v1/signing-keys/{id}/compromise', { params: { path: { id }, header }, body: { reason: kept.value } }),
        ),
      ),
    onSuccess: async () => {
      kept.forget('');
      await queries.invalidateQueries({ queryKey: keysQuery.queryKey });
      tell(keys.reported);
      onClose();
    },
  });
  return (
    <Form problem={report.error} onSubmit={() => report.mutate()}>
      <p>{keys.reportMeans}</p>
      <Notice tone="warn" title={keys.consequences}>
        <ul>
          <li>{keys.failsAtOnce}</li>
          {standing > 0 && <li>{keys.signedAnew(standing)}</li>}
          {jwts > 0 && <li>{keys.jwtsAnew(jwts)}</li>}
          {standing > 0 && <li>{keys.learnersToldOf}</li>}
          {state === 'active' && <li>{keys.takesOver}</li>}
          <li>{keys.noneRevoked}</li>
        </ul>
      </Notice>
      <TextArea
        label={keys.reason}
        hint={keys.reasonHint}
        name="reason"
        rows={3}
        maxLength={2_000}
        value={kept.value}
        onChange={kept.set}
      />
      <Checkbox label={keys.sure} value={isSure} onChange={setIsSure} />
      <Actions>
        <Button type="submit" look="danger" isPending={report.isPending} isDisabled={!isSure}>
          {keys.report}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
