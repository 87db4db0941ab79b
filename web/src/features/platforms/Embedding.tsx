import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, type Answer, readWithEtag, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { TextArea } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { embeddingQuery } from '../institution/queries';
import { SettingForm } from '../institution/SettingForm';
import { useSetting } from '../institution/use-setting';
import { linesOf } from './families';

/** Which sites without LTI may show a card of an offering. */
export function Embedding() {
  const { embedding } = useMessages('platforms');
  const query = useQuery(embeddingQuery);
  return (
    <Card title={embedding.title}>
      <p>{embedding.lead}</p>
      <Loaded query={query}>{(answer) => <Sites answer={answer} />}</Loaded>
    </Card>
  );
}

function Sites({ answer }: { answer: Answer<View<'EmbeddingView'>> }) {
  const { embedding } = useMessages('platforms');
  const { none } = useMessages('common');
  const queries = useQueryClient();
  const setting = useSetting<View<'EmbeddingView'>, string>({
    name: 'embedding',
    queryKey: embeddingQuery.queryKey,
    answer,
    valueOf: ({ origins }) => origins.join('\n'),
    load: () => queries.fetchQuery({ ...embeddingQuery, staleTime: 0 }),
    send: (sites, header) =>
      readWithEtag(api.PUT('/api/v1/institution/embedding', { params: { header }, body: { origins: linesOf(sites) } })),
  });
  return (
    <SettingForm setting={setting} label={embedding.title} describe={(sites) => [[embedding.sites, sites || none]]}>
      <TextArea
        label={embedding.sites}
        hint={embedding.sitesHint}
        name="origins"
        rows={3}
        value={setting.value}
        onChange={setting.set}
      />
    </SettingForm>
  );
}
