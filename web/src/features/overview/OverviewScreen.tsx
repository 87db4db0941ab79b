import { skipToken, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { OverviewFilters } from './OverviewFilters';
import { Meanings } from './Meanings';
import { MonthsCard } from './MonthsCard';
import { OfferingsCard } from './OfferingsCard';
import { overviewQuery } from './queries';
import { Totals } from './Totals';
import { useAsked } from './use-asked';

export const overviewRoute = createLazyRoute('/overview')({ component: OverviewScreen });

function OverviewScreen() {
  const texts = useMessages('overview');
  const { errors } = useMessages('common');
  const isOffice = useRole('office', 'admin');
  return (
    <Page title={texts.title} lead={texts.lead}>
      {isOffice ? <Overview /> : <Notice tone="warn">{errors.notAllowed}</Notice>}
    </Page>
  );
}

function Overview() {
  const search = overviewRoute.useSearch();
  const navigate = overviewRoute.useNavigate();
  const asked = useAsked(search);
  const options = overviewQuery(asked ?? {});
  const query = useQuery({ ...options, queryFn: asked ? options.queryFn : skipToken });
  return (
    <>
      <OverviewFilters
        search={search}
        onChange={(chosen) => void navigate({ search: chosen, replace: true, resetScroll: false })}
      />
      <Loaded query={query}>
        {({ total, months, offerings }) => (
          <>
            <Totals counts={total} search={search} />
            <MonthsCard months={months} />
            <OfferingsCard offerings={offerings} search={search} />
            <Meanings />
          </>
        )}
      </Loaded>
    </>
  );
}
