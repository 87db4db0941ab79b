import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { EmailAddress } from '../../ui/EmailAddress';
import { Actions } from '../../ui/Form';
import { Chip } from '../../ui/Notice';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import { VirtualTable, type VirtualTableProps } from '../../ui/VirtualTable';
import { MemberRolesDialog } from './MemberRolesDialog';
import styles from './office.module.css';
import type { Member } from './queries';

type Props = Pick<VirtualTableProps<Member>, 'rows' | 'of' | 'query'>;

export function MembersTable({ rows, ...list }: Props) {
  const { people, roles } = useMessages('office');
  const { none } = useMessages('common');
  const { columns } = people;
  const format = useFormat();
  const queries = useQueryClient();
  const [open, setOpen] = useState<{ act: 'roles' | 'suspend'; personId: string } | null>(null);
  const chosen = rows.find(({ personId }) => personId === open?.personId);
  const letIn = useMutation({
    mutationFn: ({ personId }: Member) =>
      read(api.DELETE('/api/v1/members/{personId}/suspension', { params: { path: { personId } } })),
    onSuccess: async (_, { name }) => {
      await queries.invalidateQueries({ queryKey: ['members'] });
      tell(people.letInNow(name));
    },
  });
  const close = () => setOpen(null);
  return (
    <>
      {letIn.error && <ProblemNotice problem={letIn.error} />}
      <VirtualTable
        caption={people.title}
        rows={rows}
        rowKey={({ personId }) => personId}
        {...list}
        columns={[
          { key: 'name', label: columns.name, width: [11, 2], cell: ({ name }) => name },
          {
            key: 'email',
            label: columns.email,
            width: [14, 3],
            cell: ({ email }) => (email ? <EmailAddress address={email} /> : none),
          },
          {
            key: 'roles',
            label: columns.roles,
            width: [11, 2],
            cell: (member) => (
              <span className={styles['chips']}>
                {member.suspendedAt && <Chip tone="bad">{people.suspended}</Chip>}
                {member.roles.map((role) => (
                  <Chip key={role}>{roles[role]}</Chip>
                ))}
              </span>
            ),
          },
          { key: 'joined', label: columns.joined, width: [9.5, 1], cell: ({ joinedAt }) => format.date(joinedAt) },
          {
            key: 'acts',
            label: columns.acts,
            width: [13, 1],
            cell: (member) => (
              <Actions>
                {(member.can.grantRoles.length > 0 || member.can.revokeRoles) && (
                  <Button
                    look="quiet"
                    aria-label={people.changeLabel(member.name)}
                    onPress={() => setOpen({ act: 'roles', personId: member.personId })}
                  >
                    {people.change}
                  </Button>
                )}
                {member.can.suspend && member.suspendedAt === null && (
                  <Button
                    look="quiet"
                    aria-label={people.suspendLabel(member.name)}
                    onPress={() => setOpen({ act: 'suspend', personId: member.personId })}
                  >
                    {people.suspend}
                  </Button>
                )}
                {member.can.suspend && member.suspendedAt !== null && (
                  <Button look="quiet" aria-label={people.letInLabel(member.name)} onPress={() => letIn.mutate(member)}>
                    {people.letIn}
                  </Button>
                )}
              </Actions>
            ),
          },
        ]}
      />
      {chosen && open?.act === 'roles' && <MemberRolesDialog member={chosen} onClose={close} />}
      {chosen && open?.act === 'suspend' && <SuspendQuestion member={chosen} onClose={close} />}
    </>
  );
}

function SuspendQuestion({ member: { personId, name }, onClose }: { member: Member; onClose: () => void }) {
  const { people } = useMessages('office');
  const queries = useQueryClient();
  const suspend = useMutation({
    mutationFn: () => read(api.POST('/api/v1/members/{personId}/suspension', { params: { path: { personId } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['members'] });
      tell(people.suspendedNow(name));
      onClose();
    },
  });
  return (
    <Question title={people.suspendQuestion(name)} isOpen onClose={onClose} yes={people.suspend} act={suspend} look="danger">
      {people.suspendText}
    </Question>
  );
}
