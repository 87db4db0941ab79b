import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { sendOnce } from '../../kept/send-once';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Select, TextArea } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { tell } from '../../ui/toast';

export type RevocationTargets = { credentialIds: string[] } | { offeringId: string; title: string };

const UNDO_SECONDS = ['300', '3600', '86400'] as const;
const NOTHING: { reason: string; undoSeconds: (typeof UNDO_SECONDS)[number] } = { reason: '', undoSeconds: '300' };

/** Takes many back, once the time to call it off is over. */
export function PlanRevocation({ targets, onClose }: { targets: RevocationTargets | null; onClose: () => void }) {
  const { revocations: messages } = useMessages('records');
  const title = (chosen: RevocationTargets) =>
    'title' in chosen ? messages.planOfferingTitle(chosen.title) : messages.planTitle(chosen.credentialIds.length);
  return (
    <Dialog title={targets ? title(targets) : ''} isOpen={targets !== null} onClose={onClose}>
      {targets && <PlanForm targets={targets} onClose={onClose} />}
    </Dialog>
  );
}

function PlanForm({ targets, onClose }: { targets: RevocationTargets; onClose: () => void }) {
  const { revocations: messages, credential } = useMessages('records');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const name = `revocation.${'offeringId' in targets ? targets.offeringId : 'chosen'}`;
  const kept = useKept(name, NOTHING);
  const { reason, undoSeconds } = kept.value;
  const plan = useMutation({
    mutationFn: () => {
      const what = 'title' in targets ? { offeringId: targets.offeringId } : targets;
      const body = { ...what, reason, undoSeconds: Number(undoSeconds) };
      return sendOnce(name, (headers) => read(api.POST('/api/v1/credential-revocations', { headers, body })));
    },
    onSuccess: async ({ id }) => {
      kept.forget(NOTHING);
      tell(messages.planned);
      await queries.invalidateQueries({ queryKey: ['records', 'revocations'] });
      await navigate({ to: '/credentials/revocations/$revocationId', params: { revocationId: id } });
    },
  });
  return (
    <Form problem={plan.error} onSubmit={() => plan.mutate()}>
      <p>{messages.planMeans}</p>
      <TextArea
        label={credential.reason}
        hint={credential.reasonHint}
        name="reason"
        maxLength={2_000}
        rows={3}
        value={reason}
        onChange={(text) => kept.set({ ...kept.value, reason: text })}
      />
      <Select
        label={messages.undo}
        value={undoSeconds}
        onChange={(seconds) => kept.set({ ...kept.value, undoSeconds: seconds })}
        choices={UNDO_SECONDS.map((value) => ({ value, label: messages.undoTimes[value] }))}
      />
      <Actions>
        <Button type="submit" look="danger" isPending={plan.isPending}>
          {messages.plan}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
