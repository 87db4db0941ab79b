import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { Dialog } from '../../ui/Dialog';
import { Select, TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { type Badge, shareLinksQuery } from './queries';

const DAY_MS = 86_400_000;
const LIVES = ['7', '30', '90', '366'] as const;
const NEW: { label: string; days: (typeof LIVES)[number] } = { label: '', days: '30' };

/** The address is in the memory of this dialog alone, until it closes. */
export function NewShareLink({ badge }: { badge: Badge }) {
  const { share } = useMessages('badges');
  const [isAsked, setAsked] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const close = () => {
    setAsked(false);
    setAddress(null);
  };
  return (
    <>
      <Actions>
        <Button onPress={() => setAsked(true)}>{share.make}</Button>
      </Actions>
      <Dialog title={address ? share.madeTitle : share.make} isOpen={isAsked} onClose={close}>
        {address ? (
          <MadeLink address={address} onClose={close} />
        ) : (
          <NewLinkForm badge={badge} onMade={setAddress} onClose={close} />
        )}
      </Dialog>
    </>
  );
}

function MadeLink({ address, onClose }: { address: string; onClose: () => void }) {
  const { share } = useMessages('badges');
  return (
    <>
      <div role="status">
        <Notice tone="warn">{share.made}</Notice>
      </div>
      <CopyField label={share.link} value={address} />
      <Actions>
        <Button look="primary" onPress={onClose}>
          {share.done}
        </Button>
      </Actions>
    </>
  );
}

interface FormProps {
  badge: Badge;
  onMade: (address: string) => void;
  onClose: () => void;
}

function NewLinkForm({ badge, onMade, onClose }: FormProps) {
  const { share } = useMessages('badges');
  const { cancel } = useMessages('common');
  const queries = useQueryClient();
  const kept = useKept(`badge.${badge.id}.share-link`, NEW);
  const { label, days } = kept.value;
  const make = useMutation({
    mutationFn: () => {
      const expiresAt = new Date(Date.now() + Number(days) * DAY_MS).toISOString();
      const params = { path: { id: badge.id } };
      return read(api.POST('/api/v1/credentials/{id}/share-links', { params, body: { label, expiresAt } }));
    },
    onSuccess: async ({ url }) => {
      kept.forget(NEW);
      onMade(url);
      await queries.invalidateQueries({ queryKey: shareLinksQuery(badge.id).queryKey });
    },
  });
  return (
    <Form problem={make.error} onSubmit={() => make.mutate()}>
      <TextField
        label={share.label}
        hint={share.labelHint}
        name="label"
        required
        maxLength={200}
        value={label}
        onChange={(text) => kept.set({ label: text, days })}
      />
      <Select
        label={share.days}
        name="expiresAt"
        value={days}
        onChange={(life) => kept.set({ label, days: life })}
        choices={LIVES.map((value) => ({ value, label: share.lives[value] }))}
      />
      <Actions>
        <Button type="submit" look="primary" isPending={make.isPending}>
          {share.make}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
