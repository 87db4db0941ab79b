import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { RadioGroup } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { Card, EmptyState } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Table } from '../../ui/Table';
import { tell } from '../../ui/toast';
import { MemberSearch } from './MemberSearch';
import { type Member, type Offering, type StaffRole, staffQuery } from './queries';

export function OfferingStaff({ offering }: { offering: Offering }) {
  const { staff, roles } = useMessages('office');
  const { remove } = useMessages('common');
  const queries = useQueryClient();
  const query = useQuery(staffQuery(offering.id));
  const [adding, setAdding] = useState(false);
  const { manage } = offering.can;
  const take = useMutation({
    mutationFn: ({ personId, role }: View<'StaffMemberView'>) =>
      read(
        api.DELETE('/api/v1/offerings/{id}/staff/{personId}/{role}', { params: { path: { id: offering.id, personId, role } } }),
      ),
    onSuccess: async (_, { name }) => {
      await queries.invalidateQueries({ queryKey: staffQuery(offering.id).queryKey });
      tell(staff.removed(name));
    },
  });
  return (
    <Card title={staff.title} actions={manage && <Button onPress={() => setAdding(true)}>{staff.add}</Button>}>
      <p>{staff.lead}</p>
      {take.error && <ProblemNotice problem={take.error} />}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={staff.empty}>{staff.emptyText}</EmptyState>
          ) : (
            <Table
              caption={staff.title}
              rows={items}
              rowKey={({ personId, role }) => `${personId} ${role}`}
              columns={[
                { key: 'name', label: staff.columns.name, cell: ({ name }) => name },
                { key: 'role', label: staff.columns.role, cell: ({ role }) => roles[role] },
                ...(manage
                  ? [
                      {
                        key: 'acts',
                        label: staff.columns.acts,
                        cell: (member: View<'StaffMemberView'>) => (
                          <Button
                            look="quiet"
                            aria-label={staff.remove(member.name, roles[member.role])}
                            isPending={take.isPending && take.variables === member}
                            onPress={() => take.mutate(member)}
                          >
                            {remove}
                          </Button>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }
      </Loaded>
      <AddStaffDialog offeringId={offering.id} isOpen={adding} onClose={() => setAdding(false)} />
    </Card>
  );
}

interface AddStaffProps {
  offeringId: string;
  isOpen: boolean;
  onClose: () => void;
}

function AddStaffDialog({ offeringId, isOpen, onClose }: AddStaffProps) {
  const { staff, roles } = useMessages('office');
  const queries = useQueryClient();
  const [role, setRole] = useState<StaffRole>('assessor');
  const add = useMutation({
    mutationFn: ({ personId }: Member) =>
      read(api.POST('/api/v1/offerings/{id}/staff', { params: { path: { id: offeringId } }, body: { personId, role } })),
    onSuccess: async (_, { name }) => {
      await queries.invalidateQueries({ queryKey: staffQuery(offeringId).queryKey });
      tell(staff.added(name));
    },
  });
  return (
    <Dialog title={staff.add} isOpen={isOpen} onClose={onClose}>
      {add.error && <ProblemNotice problem={add.error} />}
      <RadioGroup
        name="role"
        label={staff.role}
        value={role}
        onChange={setRole}
        choices={(['assessor', 'instructor'] as const).map((value) => ({ value, label: roles[value] }))}
      />
      <MemberSearch
        label={staff.find}
        hint={staff.findHint}
        role={role}
        act={{ label: staff.addShort, name: staff.addThis, run: (member) => add.mutate(member), isPending: add.isPending }}
      />
    </Dialog>
  );
}
