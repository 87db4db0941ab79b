import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { CheckCheck, Settings } from 'lucide-react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { MoreButton } from '../../ui/MoreButton';
import { EmptyState, Page } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Tabs } from '../../ui/Tabs';
import { tell } from '../../ui/toast';
import { NoticeLine } from './NoticeLine';
import styles from './notices.module.css';
import { noticesQuery, refreshNotices } from './queries';

export const noticesRoute = createLazyRoute('/notifications')({ component: NoticesScreen });

function NoticesScreen() {
  const messages = useMessages('notices');
  const { show = 'all' } = noticesRoute.useSearch();
  const query = useInfiniteQuery(noticesQuery(show));
  const readAll = useMutation({
    mutationFn: () => read(api.PUT('/api/v1/me/notices/reading')),
    onSuccess: async () => {
      await refreshNotices();
      tell(messages.allRead);
    },
  });
  const hasUnread = query.data?.pages.some(({ items }) => items.some(({ readAt }) => readAt === null)) ?? false;
  return (
    <Page
      title={messages.title}
      width="text"
      actions={
        <>
          {hasUnread && (
            <Button icon={<CheckCheck aria-hidden />} isPending={readAll.isPending} onPress={() => readAll.mutate()}>
              {messages.readAll}
            </Button>
          )}
          <LinkButton look="quiet" icon={<Settings aria-hidden />} to="/notifications/settings">
            {messages.choose}
          </LinkButton>
        </>
      }
    >
      <Tabs
        label={messages.views}
        tabs={[
          { label: messages.all, to: '/notifications', search: {}, isExact: true },
          { label: messages.unread, to: '/notifications', search: { show: 'unread' } },
        ]}
      />
      {readAll.error && <ProblemNotice problem={readAll.error} />}
      <Loaded query={query}>
        {({ pages }) => {
          const notices = pages.flatMap(({ items }) => items);
          if (notices.length === 0) {
            return show === 'unread' ? (
              <p>{messages.emptyUnread}</p>
            ) : (
              <EmptyState title={messages.emptyTitle}>{messages.emptyText}</EmptyState>
            );
          }
          return (
            <>
              <ul className={styles['list']}>
                {notices.map((notice) => (
                  <NoticeLine key={notice.id} notice={notice} />
                ))}
              </ul>
              <MoreButton query={query} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
