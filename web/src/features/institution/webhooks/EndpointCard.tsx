import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Facts } from '../../../ui/Facts';
import { Actions } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Chip, Notice, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { Question } from '../../../ui/Question';
import { tell } from '../../../ui/toast';
import { type Endpoint, endpointsQuery } from './queries';

const TONES: Record<Endpoint['state'], Tone> = { active: 'good', failing: 'warn', paused: 'plain', gone: 'bad', given_up: 'bad' };

interface Props {
  endpoint: Endpoint;
  onEdit: () => void;
  onSecret: (secret: string) => void;
}

export function EndpointCard({ endpoint, onEdit, onSecret }: Props) {
  const { webhooks } = useMessages('operations');
  const format = useFormat();
  const { state, failingSince, notBefore, lastSuccessAt, eventTypes, waiting, dead, secrets } = endpoint;
  const old = secrets[1]?.expiresAt ?? null;
  return (
    <Card title={endpoint.url} actions={<Chip tone={TONES[state]}>{webhooks.states[state]}</Chip>}>
      {endpoint.description && <p>{endpoint.description}</p>}
      {state !== 'active' && <Notice tone={state === 'paused' ? 'plain' : 'warn'}>{webhooks.means[state]}</Notice>}
      <Facts
        facts={[
          [webhooks.hears, webhooks.kinds(eventTypes.length)],
          [webhooks.lastSuccess, lastSuccessAt ? format.dateTime(lastSuccessAt) : webhooks.never],
          ...(failingSince ? [[webhooks.failingSince, format.dateTime(failingSince)] as const] : []),
          ...(notBefore ? [[webhooks.rests, format.dateTime(notBefore)] as const] : []),
          [webhooks.waiting, format.number(waiting)],
          [webhooks.dead, format.number(dead)],
          ...(old ? [[webhooks.twoSecrets, format.dateTime(old)] as const] : []),
        ]}
      />
      <Acts endpoint={endpoint} onEdit={onEdit} onSecret={onSecret} />
    </Card>
  );
}

function Acts({ endpoint: { id, url, state }, onEdit, onSecret }: Props) {
  const { webhooks } = useMessages('operations');
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'remove' | 'secret' | null>(null);
  const params = { path: { id } };
  const done = async (words: string) => {
    setAsked(null);
    tell(words);
    await queries.invalidateQueries({ queryKey: endpointsQuery.queryKey });
  };
  const test = useMutation({
    mutationFn: () => read(api.POST('/api/v1/webhook-endpoints/{id}/test-messages', { params })),
    onSuccess: () => done(webhooks.tested),
  });
  const pause = useMutation({
    mutationFn: () => read(api.PUT('/api/v1/webhook-endpoints/{id}/pause', { params })),
    onSuccess: () => done(webhooks.paused),
  });
  const resume = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/webhook-endpoints/{id}/pause', { params })),
    onSuccess: () => done(webhooks.resumed),
  });
  const remove = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/webhook-endpoints/{id}', { params })),
    onSuccess: () => done(webhooks.removed),
  });
  const replace = useMutation({
    mutationFn: () => read(api.POST('/api/v1/webhook-endpoints/{id}/secrets', { params })),
    onSuccess: async ({ secret }) => {
      setAsked(null);
      onSecret(secret);
      await queries.invalidateQueries({ queryKey: endpointsQuery.queryKey });
    },
  });
  const isTold = state === 'active' || state === 'failing';
  return (
    <Actions>
      <LinkButton to="/institution/webhooks/$endpointId" params={{ endpointId: id }}>
        {webhooks.messages}
      </LinkButton>
      {isTold ? (
        <>
          <Button isPending={test.isPending} onPress={() => test.mutate()}>
            {webhooks.test}
          </Button>
          <Button isPending={pause.isPending} onPress={() => pause.mutate()}>
            {webhooks.pause}
          </Button>
        </>
      ) : (
        <Button isPending={resume.isPending} onPress={() => resume.mutate()}>
          {webhooks.resume}
        </Button>
      )}
      <Button onPress={onEdit}>{webhooks.edit}</Button>
      <Button onPress={() => setAsked('secret')}>{webhooks.replaceSecret}</Button>
      <Button look="danger" onPress={() => setAsked('remove')}>
        {webhooks.remove}
      </Button>
      <Question
        title={webhooks.replaceTitle}
        isOpen={asked === 'secret'}
        onClose={() => setAsked(null)}
        yes={webhooks.replaceSecret.replace(/ ?…$/, '')}
        act={replace}
      >
        {webhooks.replaceMeans}
      </Question>
      <Question
        title={webhooks.removeTitle(url)}
        isOpen={asked === 'remove'}
        onClose={() => setAsked(null)}
        yes={webhooks.removeYes}
        act={remove}
        look="danger"
      >
        {webhooks.removeMeans}
      </Question>
    </Actions>
  );
}
