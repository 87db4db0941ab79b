import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, newIdempotencyKey, read } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import { useMessages } from '../../i18n';
import { Dialog } from '../../ui/Dialog';
import { Checkbox } from '../../ui/fields';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { tell } from '../../ui/toast';
import type { Member, Role } from './queries';

const ROLES: readonly Role[] = ['learner', 'instructor', 'assessor', 'office', 'admin'];

/** Gives and takes roles, one at a time and at once. */
export function MemberRolesDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { people, roles, roleHints } = useMessages('office');
  const queries = useQueryClient();
  const { personId, name, can } = member;
  const change = useMutation({
    mutationFn: async ({ role, give }: { role: Role; give: boolean }) => {
      if (give) {
        const body = { role };
        await read(
          api.POST('/api/v1/members/{personId}/roles', { params: { path: { personId } }, body, headers: newIdempotencyKey() }),
        );
      } else await read(api.DELETE('/api/v1/members/{personId}/roles/{role}', { params: { path: { personId, role } } }));
    },
    onSuccess: async (_, { role, give }) => {
      tell(give ? people.given(name, roles[role]) : people.taken(name, roles[role]));
      await queries.invalidateQueries({ queryKey: ['members'] });
      // One’s own roles decide what the top bar offers.
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
  return (
    <Dialog title={people.changeLabel(name)} isOpen onClose={onClose}>
      <p>{people.rolesHint}</p>
      {change.error && <ProblemNotice problem={change.error} />}
      {ROLES.map((role) => {
        const held = member.roles.includes(role);
        const may = held ? can.revokeRoles : can.grantRoles.includes(role);
        return (
          <Checkbox
            key={role}
            label={roles[role]}
            hint={roleHints[role]}
            value={held}
            disabled={!may || change.isPending}
            onChange={(give) => change.mutate({ role, give })}
          />
        );
      })}
    </Dialog>
  );
}
