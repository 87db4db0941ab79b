import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { Actions } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { MoreButton } from '../../../ui/MoreButton';
import { InstitutionPage } from '../../institution/InstitutionPage';
import { Compare } from './Compare';
import { columnsQuery, SCORE_STATES, scoresQuery } from './queries';
import { ResendButton } from './ResendButton';
import { Scores } from './Scores';

export const columnRoute = createLazyRoute('/institution/platforms/$platformId/columns/$columnId')({ component: ColumnScreen });

function ColumnScreen() {
  const { gradebook } = useMessages('platforms');
  const { platformId, columnId } = columnRoute.useParams();
  const { state = 'all' } = columnRoute.useSearch();
  const navigate = columnRoute.useNavigate();
  const column = useQuery(columnsQuery(platformId)).data?.items.find(({ id }) => id === columnId);
  const query = useInfiniteQuery(scoresQuery(platformId, columnId, state === 'all' ? undefined : state));
  const hasUnsent = column !== undefined && column.waiting + column.awaitingGrade + column.parked > 0;
  return (
    <InstitutionPage
      title={column ? column.linkTitle || gradebook.kinds[column.kind] : gradebook.column}
      lead={column && gradebook.leadOf(column.contextTitle || gradebook.noCourse)}
      actions={hasUnsent && <ResendButton of={{ columnId }}>{gradebook.resendAll}</ResendButton>}
    >
      <Actions>
        <LinkButton to="/institution/platforms/$platformId" params={{ platformId }} look="quiet">
          {gradebook.back}
        </LinkButton>
      </Actions>
      <Select
        label={gradebook.show}
        name="state"
        value={state}
        onChange={(chosen) => void navigate({ search: chosen === 'all' ? {} : { state: chosen }, replace: true })}
        choices={[
          { value: 'all' as const, label: gradebook.all },
          ...SCORE_STATES.map((value) => ({ value, label: gradebook.states[value] })),
        ]}
      />
      <Loaded query={query}>
        {({ pages }) => <Scores columnId={columnId} rows={pages.flatMap(({ items }) => items)} isAll={state === 'all'} />}
      </Loaded>
      <MoreButton query={query} />
      <Compare columnId={columnId} />
    </InstitutionPage>
  );
}
