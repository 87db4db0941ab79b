import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Checkbox, Group } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { Page } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { tell } from '../../ui/toast';
import styles from './notices.module.css';
import { preferencesQuery } from './queries';

export const noticeSettingsRoute = createLazyRoute('/notifications/settings')({ component: NoticeSettingsScreen });

type Preference = View<'NoticePreferenceView'>;

function NoticeSettingsScreen() {
  const messages = useMessages('notices');
  const query = useQuery(preferencesQuery);
  return (
    <Page
      title={messages.settings}
      width="text"
      lead={messages.settingsIntro}
      crumbs={[{ label: messages.title, to: '/notifications' }]}
    >
      <Loaded query={query}>{(preferences) => <Preferences preferences={preferences} />}</Loaded>
    </Page>
  );
}

/** Each change is kept at once; it shows before the server has answered, and goes back where it refuses. */
function Preferences({ preferences }: { preferences: readonly Preference[] }) {
  const messages = useMessages('notices');
  const queries = useQueryClient();
  // Not in the cache of queries, which tells its readers a moment later: a box would first jump back.
  const [asked, setAsked] = useState<readonly Preference[]>([]);
  const choose = useMutation({
    mutationFn: ({ kind, inProduct, byMail }: Preference) =>
      read(api.PUT('/api/v1/me/notice-preferences/{kind}', { params: { path: { kind } }, body: { inProduct, byMail } })),
    onSuccess: ({ items }) => {
      queries.setQueryData(preferencesQuery.queryKey, items);
      tell(messages.chosen);
    },
    onSettled: (_, __, settled) => setAsked((all) => all.filter((one) => one !== settled)),
  });
  const ask = (wish: Preference) => {
    setAsked((all) => [...all, wish]);
    choose.mutate(wish);
  };
  const shown = preferences.map((kept) => asked.findLast(({ kind }) => kind === kept.kind) ?? kept);
  return (
    <>
      {choose.error && <ProblemNotice problem={choose.error} />}
      <div className={styles['preferences']}>
        {shown.map((preference) => (
          <Group key={preference.kind} label={messages.kinds[preference.kind]}>
            <div className={styles['choices']}>
              <Checkbox
                label={messages.inProduct}
                value={preference.inProduct}
                onChange={(inProduct) => ask({ ...preference, inProduct })}
              />
              <Checkbox label={messages.byMail} value={preference.byMail} onChange={(byMail) => ask({ ...preference, byMail })} />
            </div>
          </Group>
        ))}
      </div>
    </>
  );
}
