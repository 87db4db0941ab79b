import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, type Answer, read, readWithEtag, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { NumberField } from '../../ui/fields';
import { Actions } from '../../ui/Form';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { ProblemNotice } from '../../ui/ProblemNotice';
import { InstitutionPage } from './InstitutionPage';
import { retentionQuery } from './queries';
import { SettingForm } from './SettingForm';
import { useSetting } from './use-setting';

export const retentionRoute = createLazyRoute('/institution/retention')({ component: RetentionScreen });

type Days = View<'RetentionDto'>;

const KINDS = ['drafts', 'uploads', 'notices', 'letters', 'sessions', 'invitations'] as const;

function RetentionScreen() {
  const { retention } = useMessages('privacy');
  const query = useQuery(retentionQuery);
  return (
    <InstitutionPage title={retention.title} lead={retention.lead} width="text">
      <Loaded query={query}>{(answer) => <RetentionForm answer={answer} />}</Loaded>
    </InstitutionPage>
  );
}

function RetentionForm({ answer }: { answer: Answer<View<'RetentionView'>> }) {
  const { retention } = useMessages('privacy');
  const queries = useQueryClient();
  const setting = useSetting<View<'RetentionView'>, Days>({
    name: 'retention',
    queryKey: retentionQuery.queryKey,
    answer,
    valueOf: ({ version: _version, ...days }) => days,
    load: () => queries.fetchQuery({ ...retentionQuery, staleTime: 0 }),
    send: (body, header) => readWithEtag(api.PUT('/api/v1/institution/retention', { params: { header }, body })),
  });
  return (
    <>
      <Card title={retention.form}>
        <SettingForm
          setting={setting}
          label={retention.title}
          describe={(days) => KINDS.map((kind) => [retention.kinds[kind], retention.days(days[kind])])}
        >
          {KINDS.map((kind) => (
            <NumberField
              key={kind}
              label={retention.kinds[kind]}
              hint={retention.hints[kind]}
              name={kind}
              value={setting.value[kind]}
              onChange={(days) => setting.set({ ...setting.value, [kind]: days })}
            />
          ))}
        </SettingForm>
      </Card>
      <DryRun days={setting.value} />
    </>
  );
}

/** What would go if the days stood as they are typed. */
function DryRun({ days }: { days: Days }) {
  const { retention } = useMessages('privacy');
  const format = useFormat();
  const look = useMutation({
    mutationFn: (body: Days) => read(api.POST('/api/v1/institution/retention/forecast', { body })),
  });
  const due = look.data && KINDS.filter((kind) => look.data[kind] > 0);
  return (
    <Card title={retention.dryRun}>
      {look.error && <ProblemNotice problem={look.error} />}
      <div role="status">
        {due && (due.length === 0 ? <p>{retention.nothing}</p> : <p>{retention.would}</p>)}
        {look.data && due && due.length > 0 && (
          <Facts facts={due.map((kind) => [retention.kinds[kind], format.number(look.data[kind])])} />
        )}
      </div>
      <Actions>
        <Button isPending={look.isPending} onPress={() => look.mutate(days)}>
          {retention.dryRun}
        </Button>
      </Actions>
      <p>{retention.fixed}</p>
    </Card>
  );
}
