import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { School } from 'lucide-react';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { Question } from '../../ui/Question';
import { tell } from '../../ui/toast';
import { Entries, Entry } from './Entry';
import { waysInQuery } from './queries';

/** The learning-management systems that open this account. Whoever came by none is not told of them. */
export function WaysIn() {
  const { waysIn: texts } = useMessages('account');
  const query = useQuery(waysInQuery);
  if (query.data?.length === 0) return null;
  return (
    <Card title={texts.title}>
      <p>{texts.lead}</p>
      <Loaded query={query}>
        {(ways) => (
          <Entries>
            {ways.map((way) => (
              <WayInEntry key={way.id} way={way} />
            ))}
          </Entries>
        )}
      </Loaded>
    </Card>
  );
}

function WayInEntry({ way: { id, platform, institution, createdAt, lastLaunchAt } }: { way: View<'LmsWayInView'> }) {
  const { waysIn: texts } = useMessages('account');
  const format = useFormat();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const end = useMutation({
    mutationFn: () => read(api.DELETE('/api/v1/me/lms-ways-in/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      setAsked(false);
      tell(texts.ended(platform));
      await queries.invalidateQueries({ queryKey: waysInQuery.queryKey });
    },
  });
  return (
    <Entry
      icon={<School aria-hidden />}
      name={platform}
      facts={[
        institution,
        texts.since(format.date(createdAt)),
        ...(lastLaunchAt ? [texts.lastUsed(format.relative(lastLaunchAt))] : []),
      ]}
      action={
        <Button aria-label={texts.endOne(platform)} onPress={() => setAsked(true)}>
          {texts.end}
        </Button>
      }
    >
      <Question
        title={texts.endTitle(platform)}
        isOpen={isAsked}
        onClose={() => setAsked(false)}
        yes={texts.end}
        act={end}
        look="danger"
      >
        {texts.endMeans(platform)}
      </Question>
    </Entry>
  );
}
