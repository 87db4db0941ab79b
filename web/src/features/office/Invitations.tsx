import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { EmailAddress } from '../../ui/EmailAddress';
import { Loaded } from '../../ui/Loaded';
import { MoreButton } from '../../ui/MoreButton';
import { Chip, type Tone } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Table } from '../../ui/Table';
import { tell } from '../../ui/toast';
import { MailboxHint } from './MailboxHint';
import { invitationsQuery } from './queries';

type Invitation = View<'InvitationView'>;

const TONES: Record<Invitation['state'], Tone> = { open: 'warn', accepted: 'good', revoked: 'plain', expired: 'plain' };

/** Who was asked in. Nothing is shown while nobody was. */
export function Invitations() {
  const { people, roles } = useMessages('office');
  const { invitationColumns: columns } = people;
  const format = useFormat();
  const queries = useQueryClient();
  const query = useInfiniteQuery(invitationsQuery);
  const takeBack = useMutation({
    mutationFn: ({ id }: Invitation) => read(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      tell(people.takenBack);
    },
  });
  const rows = query.data?.pages.flatMap(({ items }) => items);
  if (rows?.length === 0) return null;
  return (
    <Card title={people.invitations}>
      <MailboxHint />
      {takeBack.error && <ProblemNotice problem={takeBack.error} />}
      <Loaded query={query}>
        {() => (
          <Table
            caption={people.invitations}
            rows={rows ?? []}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', label: columns.name, cell: ({ name }) => name },
              { key: 'email', label: columns.email, cell: ({ email }) => <EmailAddress address={email} /> },
              {
                key: 'roles',
                label: columns.roles,
                cell: (invitation) => invitation.roles.map((role) => roles[role]).join(', '),
              },
              {
                key: 'state',
                label: columns.state,
                cell: ({ state }) => <Chip tone={TONES[state]}>{people.invitationStates[state]}</Chip>,
              },
              { key: 'expires', label: columns.expires, cell: ({ expiresAt }) => format.date(expiresAt) },
              ...(rows?.some(({ can }) => can.revoke)
                ? [
                    {
                      key: 'acts',
                      label: columns.acts,
                      cell: (invitation: Invitation) =>
                        invitation.can.revoke && (
                          <Button
                            look="quiet"
                            aria-label={people.takeBackLabel(invitation.name)}
                            isPending={takeBack.isPending && takeBack.variables === invitation}
                            onPress={() => takeBack.mutate(invitation)}
                          >
                            {people.takeBack}
                          </Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Loaded>
      <MoreButton query={query} />
    </Card>
  );
}
