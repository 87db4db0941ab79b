import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { sendOnce } from '../../kept/send-once';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { type Act, ACTS } from './acts';
import { credentialQuery } from './queries';

type Credential = View<'CredentialView'>;

/** What the office may do with a credential in its state. */
export function CredentialActs({ credential }: { credential: Credential }) {
  const { credential: messages } = useMessages('records');
  const [asked, setAsked] = useState<Act | null>(null);
  const possible = ACTS.filter(({ name }) => credential.can[name]);
  return (
    <Card title={messages.acts}>
      {possible.length === 0 ? (
        <p>{messages.noActs}</p>
      ) : (
        <Actions>
          {possible.map((act) => (
            <Button key={act.name} look={act.name === 'revoke' ? 'danger' : 'plain'} onPress={() => setAsked(act)}>
              {messages[act.name]}
            </Button>
          ))}
        </Actions>
      )}
      <Dialog title={asked ? messages[`${asked.name}Title`] : ''} isOpen={asked !== null} onClose={() => setAsked(null)}>
        {asked && <ActForm act={asked} credential={credential} onClose={() => setAsked(null)} />}
      </Dialog>
    </Card>
  );
}

function ActForm({ act, credential, onClose }: { act: Act; credential: Credential; onClose: () => void }) {
  const { credential: messages } = useMessages('records');
  const { cancel } = useMessages('common');
  const name = `credential.${credential.id}.${act.name}`;
  const reason = useKept(name, '');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const run = useMutation({
    mutationFn: () => sendOnce(name, (key) => act.run(credential.id, reason.value, key)),
    onSuccess: async ({ id }) => {
      reason.forget('');
      onClose();
      tell(messages[act.told]);
      await queries.invalidateQueries({ queryKey: ['records'] });
      // A new form of a credential is another one, with a page of its own.
      await queries.ensureQueryData(credentialQuery(id));
      if (id !== credential.id) await navigate({ to: '/credentials/$credentialId', params: { credentialId: id }, replace: true });
    },
  });
  return (
    <Form problem={run.error} onSubmit={() => run.mutate()}>
      <p>{messages[`${act.name}Means`]}</p>
      {act.reason !== 'none' && (
        <TextArea
          label={messages.reason}
          hint={messages.reasonHint}
          isOptional={act.reason === 'optional'}
          name="reason"
          rows={3}
          maxLength={2_000}
          value={reason.value}
          onChange={reason.set}
        />
      )}
      <Actions>
        <Button type="submit" look={act.name === 'revoke' ? 'danger' : 'primary'} isPending={run.isPending}>
          {messages[act.name]}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
