import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, type Answer, readWithEtag, type View } from '../../../api/client';
import { sessionQuery } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { ExternalLinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { InstitutionPage } from '../InstitutionPage';
import { institutionQuery } from '../queries';
import { SettingForm } from '../SettingForm';
import { useSetting } from '../use-setting';
import { AboutFields } from './AboutFields';
import { changeOf, type InstitutionValues, valuesOf } from './institution-values';
import { OtherFields } from './OtherFields';

export const aboutRoute = createLazyRoute('/institution')({ component: AboutScreen });

type Institution = View<'InstitutionView'>;

function AboutScreen() {
  const { title, about } = useMessages('institution');
  const query = useQuery(institutionQuery);
  const publicPage = query.data && (
    <ExternalLinkButton href={`/issuers/${query.data.data.slug}`}>{about.publicPage}</ExternalLinkButton>
  );
  return (
    <InstitutionPage title={title} lead={about.lead} actions={publicPage} width="text" isFirst>
      <Loaded query={query}>{(answer) => <AboutForm answer={answer} />}</Loaded>
    </InstitutionPage>
  );
}

function AboutForm({ answer }: { answer: Answer<Institution> }) {
  const { about } = useMessages('institution');
  const queries = useQueryClient();
  const setting = useSetting<Institution, InstitutionValues>({
    name: 'about',
    queryKey: institutionQuery.queryKey,
    answer,
    valueOf: valuesOf,
    load: () => queries.fetchQuery({ ...institutionQuery, staleTime: 0 }),
    send: (value, header) => readWithEtag(api.PATCH('/api/v1/institution', { params: { header }, body: changeOf(value) })),
    onSaved: () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  const change = (changes: Partial<InstitutionValues>) => setting.set({ ...setting.value, ...changes });
  const list = (entries: readonly object[]) => entries.map((entry) => Object.values(entry).filter(Boolean).join(', ')).join('; ');
  return (
    <SettingForm
      setting={setting}
      label={about.form}
      describe={(values) => [
        [about.name, values.name],
        [about.description, values.description],
        [about.url, values.url],
        [about.email, values.email],
        [about.countryCode, values.countryCode],
        [about.region, values.region],
        [about.imageUrl, values.imageUrl],
        [about.language, values.language],
        [about.timeZone, values.timeZone],
        [about.parentName, [values.parentName, values.parentUrl].filter(Boolean).join(', ')],
        [about.accreditation, list(values.accreditation)],
        [about.identifiers, list(values.identifiers)],
      ]}
    >
      <AboutFields values={setting.value} onChange={change} />
      <OtherFields values={setting.value} onChange={change} />
    </SettingForm>
  );
}
