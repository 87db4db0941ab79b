import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, type Answer, readWithEtag, type View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Checkbox, Group, RadioGroup } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import { Card } from '../../../ui/Page';
import { InstitutionPage } from '../InstitutionPage';
import { formsQuery } from '../queries';
import { SettingForm } from '../SettingForm';
import { useSetting } from '../use-setting';
import { JWT_FORMS, type JwtForm, withFirst, withForm } from './chosen-forms';

export const formsRoute = createLazyRoute('/institution/forms')({ component: FormsScreen });

type Forms = View<'CredentialFormsView'>;

function FormsScreen() {
  const { forms } = useMessages('institution');
  const query = useQuery(formsQuery);
  return (
    <InstitutionPage title={forms.title} lead={forms.lead} width="text">
      <Loaded query={query}>{(answer) => <ChooseForms answer={answer} />}</Loaded>
    </InstitutionPage>
  );
}

function ChooseForms({ answer }: { answer: Answer<Forms> }) {
  const { forms } = useMessages('institution');
  const queries = useQueryClient();
  const setting = useSetting<Forms, readonly JwtForm[]>({
    name: 'forms',
    queryKey: formsQuery.queryKey,
    answer,
    valueOf: ({ vcJwt }) => vcJwt,
    load: () => queries.fetchQuery({ ...formsQuery, staleTime: 0 }),
    send: (vcJwt, header) =>
      readWithEtag(api.PUT('/api/v1/credential-forms', { params: { header }, body: { vcJwt: [...vcJwt] } })),
  });
  const chosen = setting.value;
  return (
    <>
      <Card title={forms.always}>
        <p>{forms.alwaysText(answer.data.dataIntegrity)}</p>
      </Card>
      <Card title={forms.tokens}>
        <p>{forms.tokensText}</p>
        <SettingForm setting={setting} label={forms.tokens} describe={(value) => [[forms.tokens, value.join(', ')]]}>
          <Group label={forms.offered}>
            {JWT_FORMS.map((form) => (
              <Checkbox
                key={form}
                label={form}
                hint={forms.hints[form]}
                value={chosen.includes(form)}
                onChange={(isOffered) => setting.set(withForm(chosen, form, isOffered))}
              />
            ))}
          </Group>
          {chosen.length > 1 && (
            <RadioGroup
              label={forms.first}
              hint={forms.firstHint}
              name="vcJwt"
              value={chosen[0] ?? null}
              onChange={(form) => setting.set(withFirst(chosen, form))}
              choices={JWT_FORMS.filter((form) => chosen.includes(form)).map((value) => ({ value, label: value }))}
            />
          )}
        </SettingForm>
      </Card>
    </>
  );
}
