import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/fields';
import { Actions } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Card, EmptyState } from '../../ui/Page';
import { EnrollDialog } from './EnrollDialog';
import { LearnersTable } from './LearnersTable';
import { type EnrollmentState, learnerCountQuery, learnersQuery, type Offering } from './queries';

const route = getRouteApi('/offerings/$offeringId');

const STATES: readonly EnrollmentState[] = ['active', 'completed', 'waitlisted', 'withdrawn', 'expired', 'invited'];

/** Who is in an offering and how far they are. The filter is part of the address. */
export function OfferingLearners({ offering }: { offering: Offering }) {
  const { learners } = useMessages('office');
  const { file } = useMessages('enrollment');
  const { state } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useInfiniteQuery(learnersQuery(offering.id, state));
  const isOffice = useRole('office', 'admin');
  const counted = useQuery({ ...learnerCountQuery(offering.id, state), enabled: isOffice }).data;
  const [enrolling, setEnrolling] = useState(false);
  const mayEnroll = offering.can.manage && offering.cancelledAt === null;
  const choices = [{ value: '', label: learners.all }, ...STATES.map((value) => ({ value, label: learners.states[value] }))];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card
      title={learners.title}
      actions={
        mayEnroll && (
          <Actions>
            <LinkButton to="/enrollment-imports" search={{ offeringId: offering.id }}>
              {file.open}
            </LinkButton>
            <Button onPress={() => setEnrolling(true)}>{learners.enroll}</Button>
          </Actions>
        )
      }
    >
      {(state ?? rows.length > 0) && (
        <Select
          label={learners.filter}
          value={state ?? ''}
          choices={choices}
          onChange={(chosen) =>
            void navigate({
              search: chosen === '' ? {} : { state: chosen as EnrollmentState },
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <EmptyState title={learners.empty}>{learners.emptyText}</EmptyState>
          ) : (
            <LearnersTable
              rows={rows}
              of={{ offeringId: offering.id, state }}
              query={query}
              total={counted && !counted.isMore ? counted.count : null}
              mayWithdraw={mayEnroll}
            />
          )
        }
      </Loaded>
      <EnrollDialog offering={offering} isOpen={enrolling} onClose={() => setEnrolling(false)} />
    </Card>
  );
}
