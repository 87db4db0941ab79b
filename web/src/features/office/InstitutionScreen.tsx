import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { api, type Answer, read, type View } from '../../api/client';
import { sessionQuery } from '../../api/queries';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { TextArea, TextField } from '../../ui/fields';
import { Actions, Form, Row } from '../../ui/Form';
import { ExternalLinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { institutionQuery } from './queries';

export const institutionRoute = createLazyRoute('/institution')({ component: InstitutionScreen });

type Institution = View<'InstitutionView'>;

function InstitutionScreen() {
  const { institution } = useMessages('office');
  const { errors } = useMessages('common');
  const query = useQuery(institutionQuery);
  const isAdmin = useRole('admin');
  const publicPage = query.data && (
    <ExternalLinkButton href={`/issuers/${query.data.data.slug}`}>{institution.publicPage}</ExternalLinkButton>
  );
  return (
    <Page title={institution.title} lead={institution.lead} actions={publicPage} width="text">
      {isAdmin ? (
        <Loaded query={query}>{(answer) => <InstitutionForm key={answer.data.version} answer={answer} />}</Loaded>
      ) : (
        <Notice tone="warn">{errors.notAllowed}</Notice>
      )}
    </Page>
  );
}

const FIELDS = ['name', 'description', 'url', 'email', 'countryCode', 'region', 'imageUrl', 'language', 'timeZone'] as const;
type Values = Record<(typeof FIELDS)[number], string>;
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['url', 'email', 'countryCode', 'region', 'imageUrl']);

function InstitutionForm({ answer: { data, etag } }: { answer: Answer<Institution> }) {
  const { institution } = useMessages('office');
  const { save } = useMessages('common');
  const queries = useQueryClient();
  const kept = useKept(`institution.${data.id}.${data.version}`, valuesOf(data));
  const change = useMutation({
    mutationFn: () =>
      read(api.PATCH('/api/v1/institution', { params: { header: { 'If-Match': etag ?? '*' } }, body: changeOf(kept.value) })),
    onSuccess: async () => {
      kept.forget(kept.value);
      await queries.invalidateQueries({ queryKey: institutionQuery.queryKey });
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      tell(institution.saved);
    },
  });
  const field = (name: keyof Values) => ({
    name,
    value: kept.value[name],
    onChange: (value: string) => kept.set({ ...kept.value, [name]: value }),
  });
  return (
    <Form problem={change.error} onSubmit={() => change.mutate()}>
      <TextField label={institution.name} required {...field('name')} />
      <TextArea label={institution.description} isOptional {...field('description')} />
      <Row>
        <TextField type="url" label={institution.url} isOptional placeholder="https://" {...field('url')} />
        <TextField type="email" label={institution.email} isOptional {...field('email')} />
      </Row>
      <Row>
        <TextField
          label={institution.countryCode}
          hint={institution.countryHint}
          isOptional
          maxLength={2}
          {...field('countryCode')}
        />
        <TextField label={institution.region} isOptional {...field('region')} />
      </Row>
      <TextField type="url" label={institution.imageUrl} isOptional placeholder="https://" {...field('imageUrl')} />
      <Row>
        <TextField label={institution.language} hint={institution.languageHint} required {...field('language')} />
        <TextField label={institution.timeZone} hint={institution.timeZoneHint} required {...field('timeZone')} />
      </Row>
      <Actions>
        <Button type="submit" look="primary" isPending={change.isPending}>
          {save}
        </Button>
      </Actions>
    </Form>
  );
}

function valuesOf(institution: Institution): Values {
  return Object.fromEntries(FIELDS.map((name) => [name, institution[name] ?? ''])) as Values;
}

function changeOf(values: Values): View<'DescribeInstitutionDto'> {
  return Object.fromEntries(
    FIELDS.map((name) => [name, values[name].trim() === '' && MAY_BE_EMPTY.has(name) ? null : values[name].trim()]),
  );
}
