import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { ExternalLinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { EmptyState, Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { useNow } from '../learning/use-now';
import { dayIn } from './days';
import { FeedCard } from './FeedCard';
import { PlanCard } from './PlanCard';
import { calendarQuery } from './queries';

/** What stands around both views: the way to the other, planning, and the address for other programs. */
export function CalendarPage({ children }: { children: (calendar: View<'CalendarView'>, today: string) => ReactNode }) {
  const messages = useMessages('calendar');
  const query = useQuery(calendarQuery);
  const now = useNow();
  return (
    <Page title={messages.title}>
      <Tabs
        label={messages.views}
        tabs={[
          { label: messages.weeks, to: '/calendar', isExact: true },
          { label: messages.month, to: '/calendar/month' },
        ]}
      />
      <Loaded query={query}>
        {(calendar) =>
          calendar.ways.length === 0 ? (
            <EmptyState
              title={messages.emptyTitle}
              action={
                <ExternalLinkButton look="primary" href="/">
                  {messages.catalogue}
                </ExternalLinkButton>
              }
            >
              {messages.emptyText}
            </EmptyState>
          ) : (
            <>
              {children(calendar, dayIn(calendar.timeZone, now))}
              <PlanCard ways={calendar.ways} timeZone={calendar.timeZone} today={dayIn(calendar.timeZone, now)} />
              <FeedCard />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
