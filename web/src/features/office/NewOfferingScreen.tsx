import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useTimeZone } from '../../i18n/format';
import { sendOnce } from '../../kept/send-once';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { EmptyState, Page } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { OfferingFields } from './OfferingForm';
import { creationOf, faultsOf, newOfferingValues } from './offering-values';
import { offerableQuery } from './queries';

export const newOfferingRoute = createLazyRoute('/offerings/new')({ component: NewOfferingScreen });

function NewOfferingScreen() {
  const { form, offerings } = useMessages('office');
  const query = useQuery(offerableQuery);
  return (
    <Page title={form.newTitle} width="text" crumbs={[{ label: offerings.title, to: '/offerings' }]}>
      <Loaded query={query}>
        {(offerable) =>
          offerable.length === 0 ? (
            <EmptyState title={form.nothingPublished} action={<LinkButton to="/studio">{form.toStudio}</LinkButton>}>
              {form.nothingPublishedText}
            </EmptyState>
          ) : (
            <NewOfferingForm offerable={offerable} />
          )
        }
      </Loaded>
    </Page>
  );
}

function NewOfferingForm({ offerable }: { offerable: readonly View<'MicroCredentialSummaryView'>[] }) {
  const { form } = useMessages('office');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const timeZone = useTimeZone();
  const [tried, setTried] = useState(false);
  const [only] = offerable.length === 1 ? offerable : [];
  const [begin] = useState(() => ({ ...newOfferingValues(new Date(), timeZone), editionId: only?.latestEdition?.id ?? '' }));
  const kept = useKept('offering.new', begin);
  const values = kept.value;
  const create = useMutation({
    mutationFn: () =>
      sendOnce('offering.new', (headers) => read(api.POST('/api/v1/offerings', { body: creationOf(values, timeZone), headers }))),
    onSuccess: async ({ id }) => {
      kept.forget(begin);
      await queries.invalidateQueries({ queryKey: ['offerings'] });
      tell(form.created);
      await navigate({ to: '/offerings/$offeringId', params: { offeringId: id } });
    },
  });
  const editions = offerable.map(({ title, latestEdition }) => ({
    value: latestEdition?.id ?? '',
    label: form.edition(title, latestEdition?.number ?? 0),
  }));
  return (
    <Form
      problem={create.error}
      onSubmit={() => {
        setTried(true);
        if (Object.keys(faultsOf(values)).length === 0) create.mutate();
      }}
    >
      <Select
        name="editionId"
        label={form.microCredential}
        hint={form.microCredentialHint}
        value={values.editionId}
        onChange={(editionId) => kept.set({ ...values, editionId })}
        choices={[...(only ? [] : [{ value: '', label: '—' }]), ...editions]}
        {...(tried && values.editionId === '' ? { error: form.missing } : {})}
      />
      <OfferingFields values={values} onChange={kept.set} isTried={tried} hasDue />
      <Actions>
        <Button type="submit" look="primary" isPending={create.isPending}>
          {form.create}
        </Button>
      </Actions>
    </Form>
  );
}
