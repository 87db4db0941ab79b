import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { Actions } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import { feedQuery } from './queries';

/** The private address at which other programs read the calendar. */
export function FeedCard() {
  const { feed } = useMessages('calendar');
  const format = useFormat();
  const queries = useQueryClient();
  const query = useQuery(feedQuery);
  const [asked, setAsked] = useState<'again' | 'off' | null>(null);
  const settled = async () => {
    setAsked(null);
    await queries.invalidateQueries({ queryKey: feedQuery.queryKey });
  };
  const make = useMutation({ mutationFn: () => read(api.POST('/api/v1/me/calendar-feed')), onSuccess: settled });
  const turnOff = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/me/calendar-feed')),
    onSuccess: async () => {
      make.reset();
      await settled();
      tell(feed.turnedOff);
    },
  });
  return (
    <Card title={feed.title}>
      <p>{feed.intro}</p>
      <Loaded query={query}>
        {({ createdAt }) => (
          <>
            {make.data ? (
              <CopyField label={feed.address} hint={`${feed.once} ${feed.secret}`} value={make.data.url} />
            ) : (
              createdAt !== null && <p>{feed.madeOn(format.date(createdAt))}</p>
            )}
            {make.error && <ProblemNotice problem={make.error} />}
            <Actions>
              {createdAt === null ? (
                <Button isPending={make.isPending} onPress={() => make.mutate()}>
                  {feed.make}
                </Button>
              ) : (
                <>
                  <Button onPress={() => setAsked('again')}>{feed.again}</Button>
                  <Button look="danger" onPress={() => setAsked('off')}>
                    {feed.off}
                  </Button>
                </>
              )}
            </Actions>
          </>
        )}
      </Loaded>
      <Question title={feed.againQuestion} isOpen={asked === 'again'} onClose={() => setAsked(null)} yes={feed.again} act={make}>
        {feed.againText}
      </Question>
      <Question
        title={feed.offQuestion}
        isOpen={asked === 'off'}
        onClose={() => setAsked(null)}
        yes={feed.off}
        act={turnOff}
        look="danger"
      >
        {feed.offText}
      </Question>
    </Card>
  );
}
