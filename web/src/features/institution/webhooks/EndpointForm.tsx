import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useEdit } from '../../../kept/use-edit';
import { useKept } from '../../../kept/use-kept';
import { EditConflict } from '../../../ui/EditConflict';
import { type Endpoint, endpointsQuery } from './queries';
import { type Wish, WishForm } from './WishForm';

const NOTHING: Wish = { url: '', description: '', eventTypes: [] };

interface NewProps {
  onSaved: (secret: string) => void;
  onClose: () => void;
}

/** Its secret is shown once and kept nowhere, so a second try makes another endpoint. */
export function NewEndpoint({ onSaved, onClose }: NewProps) {
  const { webhooks } = useMessages('operations');
  const queries = useQueryClient();
  const kept = useKept('webhook.new', NOTHING);
  const add = useMutation({
    mutationFn: () => read(api.POST('/api/v1/webhook-endpoints', { body: kept.value })),
    onSuccess: async ({ secret }) => {
      kept.forget(NOTHING);
      onSaved(secret);
      await queries.invalidateQueries({ queryKey: endpointsQuery.queryKey });
    },
  });
  return (
    <WishForm
      wish={kept.value}
      onChange={kept.set}
      problem={add.error}
      onSubmit={() => add.mutate()}
      isPending={add.isPending}
      act={webhooks.add}
      onClose={onClose}
    />
  );
}

interface ChangeProps {
  endpoint: Endpoint;
  onClose: () => void;
}

export function ChangeEndpoint({ endpoint, onClose }: ChangeProps) {
  const { webhooks } = useMessages('operations');
  const { events } = useMessages('audit');
  const queries = useQueryClient();
  const { id } = endpoint;
  const edit = useEdit({
    name: `webhook.${id}`,
    standing: versionOf(endpoint),
    load: async () => {
      const { items } = await queries.fetchQuery({ ...endpointsQuery, staleTime: 0 });
      return versionOf(items.find((one) => one.id === id) ?? endpoint);
    },
    send: (body, header) => read(api.PUT('/api/v1/webhook-endpoints/{id}', { params: { path: { id }, header }, body })),
    onSaved: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: endpointsQuery.queryKey });
    },
  });
  return (
    <WishForm
      wish={edit.value}
      onChange={edit.set}
      problem={edit.problem}
      onSubmit={edit.save}
      isPending={edit.isPending}
      act={webhooks.save}
      onClose={() => {
        edit.reset();
        onClose();
      }}
    >
      <EditConflict
        edit={edit}
        describe={({ url, description, eventTypes }) => [
          [webhooks.url, url],
          [webhooks.description, description],
          [webhooks.events, eventTypes.map((type) => events[type] ?? type).join(', ')],
        ]}
      />
    </WishForm>
  );
}

function versionOf({ version, url, description, eventTypes }: Endpoint) {
  return { etag: `"v${version}"`, value: { url, description, eventTypes: eventTypes.toSorted() } };
}
