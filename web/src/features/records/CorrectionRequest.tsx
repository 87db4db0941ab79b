import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { sendOnce } from '../../kept/send-once';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { credentialQuery } from './queries';
import styles from './records.module.css';

type Request = View<'CorrectionRequestView'>;
type Decision = 'accepted' | 'declined';

export function CorrectionRequest({ request }: { request: Request }) {
  const { requests: messages, credentials } = useMessages('records');
  const format = useFormat();
  const [asked, setAsked] = useState<Decision | null>(null);
  const credential = useQuery(credentialQuery(request.credentialId)).data;
  return (
    <Card title={messages.asks(request.name)}>
      {credential && <p>{messages.of(credential.name, credential.holder?.name || credentials.gone)}</p>}
      {request.reason && <p className={styles['plain']}>{request.reason}</p>}
      <p className={styles['quiet']}>
        {messages.asked(format.dateTime(request.requestedAt))}
        {request.decidedAt && ` · ${messages.decided(format.dateTime(request.decidedAt))}`}
      </p>
      {request.note && (
        <p>
          {messages.answer}: {request.note}
        </p>
      )}
      <Actions>
        {request.state === 'open' && (
          <>
            <Button look="primary" onPress={() => setAsked('accepted')}>
              {messages.accept}
            </Button>
            <Button onPress={() => setAsked('declined')}>{messages.decline}</Button>
          </>
        )}
        <LinkButton look="quiet" to="/credentials/$credentialId" params={{ credentialId: request.credentialId }}>
          {messages.look}
        </LinkButton>
      </Actions>
      <Dialog
        title={asked === 'declined' ? messages.declineTitle : messages.acceptTitle}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
      >
        {asked && <DecisionForm request={request} decision={asked} onClose={() => setAsked(null)} />}
      </Dialog>
    </Card>
  );
}

function DecisionForm({ request, decision, onClose }: { request: Request; decision: Decision; onClose: () => void }) {
  const { requests: messages } = useMessages('records');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const name = `correction-request.${request.id}.${decision}`;
  const note = useKept(name, '');
  const decide = useMutation({
    mutationFn: () => {
      const params = { path: { id: request.id } };
      const body = { decision, note: note.value };
      return sendOnce(name, (headers) =>
        read(api.POST('/api/v1/credential-correction-requests/{id}/decision', { params, headers, body })),
      );
    },
    onSuccess: async () => {
      note.forget('');
      onClose();
      tell(messages[decision]);
      await queries.invalidateQueries({ queryKey: ['records'] });
    },
  });
  return (
    <Form problem={decide.error} onSubmit={() => decide.mutate()}>
      <p>{decision === 'accepted' ? messages.acceptMeans : messages.declineMeans}</p>
      <TextArea label={messages.note} isOptional name="note" rows={3} maxLength={2_000} value={note.value} onChange={note.set} />
      <Actions>
        <Button type="submit" look="primary" isPending={decide.isPending}>
          {decision === 'accepted' ? messages.accept : messages.decline}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
