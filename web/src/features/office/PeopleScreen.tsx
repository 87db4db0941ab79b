import { useInfiniteQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Select, TextField } from '../../ui/fields';
import { Row } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { EmptyState, Page } from '../../ui/Page';
import { useSettled } from '../../ui/use-settled';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';
import { MembersTable } from './MembersTable';
import { membersQuery, type Role } from './queries';

export const peopleRoute = createLazyRoute('/people')({ component: PeopleScreen });

const ROLES: readonly Role[] = ['learner', 'instructor', 'assessor', 'office', 'admin'];

function PeopleScreen() {
  const { people, roles } = useMessages('office');
  const { erasures } = useMessages('privacy');
  const { q = '', role, invite: inviting = false } = peopleRoute.useSearch();
  const navigate = peopleRoute.useNavigate();
  const [text, setText] = useState(q);
  const settled = useSettled(text.trim());
  const setInviting = (is: boolean) =>
    void navigate({ search: { ...(q ? { q } : {}), ...(role ? { role } : {}), ...(is ? { invite: true } : {}) }, replace: true });
  useEffect(() => {
    if (settled === q) return;
    void navigate({
      search: (old) => ({ ...(old.role ? { role: old.role } : {}), ...(settled ? { q: settled } : {}) }),
      replace: true,
      resetScroll: false,
    });
  }, [settled, q, navigate]);
  const query = useInfiniteQuery(membersQuery({ q, role }));
  const isAdmin = useRole('admin');
  const invite = (
    <Button look="primary" icon={<UserPlus aria-hidden />} onPress={() => setInviting(true)}>
      {people.invite}
    </Button>
  );
  return (
    <Page
      title={people.title}
      lead={people.lead}
      actions={
        <>
          {invite}
          {isAdmin && <LinkButton to="/audit">{people.audit}</LinkButton>}
          <LinkButton to="/people/erasures">{erasures.toList}</LinkButton>
        </>
      }
    >
      <Row>
        <TextField type="search" label={people.find} value={text} onChange={setText} autoComplete="off" />
        <Select
          label={people.role}
          value={role ?? ''}
          choices={[{ value: '', label: people.anyRole }, ...ROLES.map((value) => ({ value, label: roles[value] }))]}
          onChange={(chosen) =>
            void navigate({
              search: { ...(q ? { q } : {}), ...(chosen === '' ? {} : { role: chosen }) },
              replace: true,
              resetScroll: false,
            })
          }
        />
      </Row>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={people.empty}>{people.emptyText}</EmptyState>
          ) : (
            <MembersTable rows={rows} of={{ q, role }} query={query} />
          );
        }}
      </Loaded>
      <Invitations />
      <InviteDialog isOpen={inviting} onClose={() => setInviting(false)} />
    </Page>
  );
}
