import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { sendOnce } from '../../kept/send-once';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Checkbox, Group, TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Notice } from '../../ui/Notice';
import { tell } from '../../ui/toast';
import { invitationsQuery, type Role } from './queries';

const ALL: readonly Role[] = ['learner', 'instructor', 'assessor', 'office', 'admin'];
const BY_OFFICE: readonly Role[] = ['learner'];

export function InviteDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { people } = useMessages('office');
  return (
    <Dialog title={people.inviteTitle} isOpen={isOpen} onClose={onClose}>
      <InviteForm onDone={onClose} />
    </Dialog>
  );
}

interface Invite {
  name: string;
  email: string;
  roles: readonly Role[];
}

const NOBODY: Invite = { name: '', email: '', roles: ['learner'] };

function InviteForm({ onDone }: { onDone: () => void }) {
  const { people, roles, roleHints, form } = useMessages('office');
  const queries = useQueryClient();
  const grantable = useRole('admin') ? ALL : BY_OFFICE;
  const kept = useKept('invitation.new', NOBODY);
  const { value, set, forget } = kept;
  const [tried, setTried] = useState(false);
  const invite = useMutation({
    mutationFn: () =>
      sendOnce('invitation.new', (headers) =>
        read(
          api.POST('/api/v1/invitations', {
            body: { name: value.name.trim(), email: value.email.trim(), roles: [...value.roles] },
            headers,
          }),
        ),
      ),
    onSuccess: async ({ email }) => {
      await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      forget(NOBODY);
      tell(people.sent(email));
      onDone();
    },
  });
  const missing = (text: string) => (tried && text.trim() === '' ? { error: form.missing } : {});
  return (
    <Form
      problem={invite.error}
      onSubmit={() => {
        setTried(true);
        if (value.name.trim() && value.email.trim() && value.roles.length > 0) invite.mutate();
      }}
    >
      <TextField
        name="name"
        label={people.name}
        value={value.name}
        onChange={(name) => set({ ...value, name })}
        autoComplete="off"
        required
        {...missing(value.name)}
      />
      <TextField
        name="email"
        type="email"
        label={people.email}
        value={value.email}
        onChange={(email) => set({ ...value, email })}
        autoComplete="off"
        required
        {...missing(value.email)}
      />
      <Group label={people.inviteRoles}>
        {grantable.map((role) => (
          <Checkbox
            key={role}
            label={roles[role]}
            hint={roleHints[role]}
            value={value.roles.includes(role)}
            onChange={(on) => set({ ...value, roles: ALL.filter((one) => (one === role ? on : value.roles.includes(one))) })}
          />
        ))}
      </Group>
      {tried && value.roles.length === 0 && <Notice tone="bad">{people.chooseRole}</Notice>}
      <Actions>
        <Button type="submit" look="primary" isPending={invite.isPending}>
          {people.send}
        </Button>
      </Actions>
    </Form>
  );
}
