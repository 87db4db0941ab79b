import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { dayIn, monthOf } from '../../calendar/days';
import { useNow } from '../../learning/use-now';
import { microCredentialChoicesQuery, zoneQuery } from '../../overview/queries';
import { OfferingsPage } from '../OfferingsPage';
import { offeringCalendarQuery } from '../queries';
import { MonthOfOfferings } from './MonthOfOfferings';

export const offeringCalendarRoute = createLazyRoute('/offerings/calendar')({ component: OfferingCalendarScreen });

/** What begins, ends, opens and closes in a month, over all offerings. */
function OfferingCalendarScreen() {
  const { errors } = useMessages('common');
  const isOffice = useRole('office', 'admin');
  const zone = useQuery({ ...zoneQuery, enabled: isOffice });
  return (
    <OfferingsPage>
      {isOffice ? (
        <Loaded query={zone}>{(known) => <OfferingCalendar zone={known} />}</Loaded>
      ) : (
        <Notice tone="warn">{errors.notAllowed}</Notice>
      )}
    </OfferingsPage>
  );
}

function OfferingCalendar({ zone }: { zone: string }) {
  const texts = useMessages('roster');
  const search = offeringCalendarRoute.useSearch();
  const navigate = offeringCalendarRoute.useNavigate();
  const microCredentials = useQuery(microCredentialChoicesQuery).data?.items ?? [];
  const today = dayIn(zone, useNow());
  const { day = today, microCredentialId } = search;
  // The days stay on the screen, and the focus on its day, while the next month is on its way.
  const query = useQuery({
    ...offeringCalendarQuery(monthOf(day), microCredentialId),
    placeholderData: keepPreviousData,
  });
  const choose = (change: typeof search) =>
    void navigate({ search: { ...search, ...change }, replace: true, resetScroll: false });
  return (
    <>
      <Select
        label={texts.microCredential}
        value={microCredentialId ?? ''}
        onChange={(id) =>
          void navigate({ search: { day, ...(id ? { microCredentialId: id } : {}) }, replace: true, resetScroll: false })
        }
        choices={[
          { value: '', label: texts.allMicroCredentials },
          ...microCredentials.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <Loaded query={query}>
        {(calendar) => (
          <MonthOfOfferings
            calendar={calendar}
            day={day}
            today={today}
            isComing={query.isPlaceholderData}
            isFiltered={microCredentialId !== undefined}
            onChoose={(chosen) => choose({ day: chosen })}
          />
        )}
      </Loaded>
    </>
  );
}
