import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, type Answer, readWithEtag, type View } from '../../../api/client';
import { themeQuery } from '../../../app/institution-theme';
import { useSession } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { Loaded } from '../../../ui/Loaded';
import { Card } from '../../../ui/Page';
import { InstitutionPage } from '../InstitutionPage';
import { lookQuery } from '../queries';
import { SettingForm } from '../SettingForm';
import { useSetting } from '../use-setting';
import { CertificatePreview } from './CertificatePreview';
import { contrastFault } from './contrast-fault';
import { LookFields } from './LookFields';
import styles from './look.module.css';

export const lookRoute = createLazyRoute('/institution/look')({ component: LookScreen });

type Look = View<'LookDto'>;

function LookScreen() {
  const { look } = useMessages('institution');
  const query = useQuery(lookQuery);
  return (
    <InstitutionPage title={look.title} lead={look.lead}>
      <Loaded query={query}>{(answer) => <LookForm answer={answer} />}</Loaded>
    </InstitutionPage>
  );
}

function LookForm({ answer }: { answer: Answer<View<'LookView'>> }) {
  const { look } = useMessages('institution');
  const { institution } = useSession();
  const queries = useQueryClient();
  const setting = useSetting<View<'LookView'>, Look>({
    name: 'look',
    queryKey: lookQuery.queryKey,
    answer,
    valueOf: ({ version: _version, ...chosen }) => chosen,
    load: () => queries.fetchQuery({ ...lookQuery, staleTime: 0 }),
    send: (body, header) => readWithEtag(api.PUT('/api/v1/institution/look', { params: { header }, body })),
    // The frame around this very page takes the new colours.
    onSaved: () => void queries.invalidateQueries({ queryKey: themeQuery(institution?.id ?? '').queryKey }),
  });
  const isFaint = contrastFault(setting.value) !== null;
  return (
    <div className={styles['designer']}>
      <Card title={look.choose}>
        <SettingForm
          setting={setting}
          label={look.choose}
          isUnfit={isFaint}
          describe={(value) => [
            [look.background, value.background],
            [look.accent, value.accent],
            [look.template, look.templates[value.template]],
            [look.logo, value.logoFileId ? look.hasPicture : ''],
            [look.signatories, value.signatories.map(({ name, role }) => [name, role].filter(Boolean).join(', ')).join('; ')],
            [look.linkedIn, value.linkedInOrganizationId ?? ''],
          ]}
        >
          <LookFields look={setting.value} onChange={(changes) => setting.set({ ...setting.value, ...changes })} />
        </SettingForm>
      </Card>
      <CertificatePreview look={setting.value} isFaint={isFaint} />
    </div>
  );
}
