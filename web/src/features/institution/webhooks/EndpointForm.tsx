import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Checkbox, Group, TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { type Endpoint, endpointsQuery, eventTypesQuery } from './queries';

type EventType = Endpoint['eventTypes'][number];

interface Props {
  /** `null`: a new one. */
  endpoint: Endpoint | null;
  /** With the secret of a new one. */
  onSaved: (secret: string | null) => void;
  onClose: () => void;
}

export function EndpointForm({ endpoint, onSaved, onClose }: Props) {
  const { webhooks } = useMessages('operations');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [eventTypes, setEventTypes] = useState<readonly EventType[]>(endpoint?.eventTypes ?? []);
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: async () => {
      const body = { url, description, eventTypes: [...eventTypes] };
      if (!endpoint) return (await read(api.POST('/api/v1/webhook-endpoints', { body }))).secret;
      const params = { path: { id: endpoint.id }, header: { 'If-Match': `"v${endpoint.version}"` } };
      await read(api.PUT('/api/v1/webhook-endpoints/{id}', { params, body }));
      return null;
    },
    onSuccess: async (secret) => {
      onSaved(secret);
      await queries.invalidateQueries({ queryKey: endpointsQuery.queryKey });
    },
  });
  return (
    <Form
      problem={save.error}
      onSubmit={() => {
        setTried(true);
        if (eventTypes.length > 0) save.mutate();
      }}
    >
      <TextField
        label={webhooks.url}
        hint={webhooks.urlHint}
        name="url"
        type="url"
        required
        maxLength={2_000}
        value={url}
        onChange={setUrl}
      />
      <TextField
        label={webhooks.description}
        name="description"
        isOptional
        maxLength={200}
        value={description}
        onChange={setDescription}
      />
      <Events chosen={eventTypes} onChange={setEventTypes} isMissing={isTried && eventTypes.length === 0} />
      <Actions>
        <Button type="submit" look="primary" isPending={save.isPending}>
          {endpoint ? webhooks.save : webhooks.add}
        </Button>
        <Button look="quiet" onPress={onClose}>
          {cancel}
        </Button>
      </Actions>
    </Form>
  );
}

interface EventsProps {
  chosen: readonly EventType[];
  onChange: (chosen: readonly EventType[]) => void;
  isMissing: boolean;
}

function Events({ chosen, onChange, isMissing }: EventsProps) {
  const { webhooks } = useMessages('operations');
  const { events } = useMessages('audit');
  const query = useQuery(eventTypesQuery);
  return (
    <Group label={webhooks.events}>
      {isMissing && <Notice tone="bad">{webhooks.eventsMissing}</Notice>}
      <Loaded query={query}>
        {({ items }) =>
          items.map(({ type }) => (
            <Checkbox
              key={type}
              label={events[type] ?? type}
              hint={<code>{type}</code>}
              value={chosen.includes(type)}
              onChange={(isChosen) => onChange(isChosen ? [...chosen, type] : chosen.filter((one) => one !== type))}
            />
          ))
        }
      </Loaded>
    </Group>
  );
}
