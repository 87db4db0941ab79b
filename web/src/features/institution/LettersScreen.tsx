import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, type Answer, readWithEtag, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Checkbox } from '../../ui/fields';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { InstitutionPage } from './InstitutionPage';
import { lettersQuery } from './queries';
import { SettingForm } from './SettingForm';
import { useSetting } from './use-setting';

export const lettersRoute = createLazyRoute('/institution/letters')({ component: LettersScreen });

type Letters = View<'BadgeLettersView'>;

function LettersScreen() {
  const { letters } = useMessages('institution');
  const query = useQuery(lettersQuery);
  return (
    <InstitutionPage
      title={letters.title}
      lead={letters.lead}
      width="text"
      actions={<LinkButton to="/letters">{letters.words}</LinkButton>}
    >
      <Loaded query={query}>{(answer) => <LettersForm answer={answer} />}</Loaded>
    </InstitutionPage>
  );
}

function LettersForm({ answer }: { answer: Answer<Letters> }) {
  const { letters } = useMessages('institution');
  const { yes, no } = useMessages('common');
  const queries = useQueryClient();
  const setting = useSetting<Letters, View<'BadgeLettersDto'>>({
    name: 'letters',
    queryKey: lettersQuery.queryKey,
    answer,
    valueOf: ({ enclosesFiles }) => ({ enclosesFiles }),
    load: () => queries.fetchQuery({ ...lettersQuery, staleTime: 0 }),
    send: (body, header) => readWithEtag(api.PUT('/api/v1/institution/badge-letters', { params: { header }, body })),
  });
  return (
    <Card>
      <SettingForm
        setting={setting}
        label={letters.title}
        describe={({ enclosesFiles }) => [[letters.encloses, enclosesFiles ? yes : no]]}
      >
        <Checkbox
          label={letters.encloses}
          hint={letters.enclosesHint}
          name="enclosesFiles"
          value={setting.value.enclosesFiles}
          onChange={(enclosesFiles) => setting.set({ enclosesFiles })}
        />
      </SettingForm>
    </Card>
  );
}
