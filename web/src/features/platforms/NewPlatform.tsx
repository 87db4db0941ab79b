import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api, newIdempotencyKey, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useKept } from '../../kept/use-kept';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { tell } from '../../ui/toast';
import { type Family, linesOf } from './families';
import { AddressFields, ChoiceFields, type Terms } from './PlatformFields';
import { platformsQuery } from './queries';

type Wish = Terms & { issuer: string; clientId: string };

const NOTHING: Wish = {
  name: '',
  productFamily: '',
  issuer: '',
  clientId: '',
  authorizationUrl: '',
  tokenUrl: '',
  tokenAudience: null,
  jwksUrl: '',
  frameOrigins: '',
  settings: { sendScores: true, syncRosters: true, acceptFirstDeployment: true },
};

/** What the LMS showed, typed in by hand. */
export function NewPlatform({ family }: { family: Family }) {
  const { connecting, fields } = useMessages('platforms');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [header] = useState(newIdempotencyKey);
  const kept = useKept(`platform.new.${family}`, NOTHING);
  const { value } = kept;
  const change = (changes: Partial<Wish>) => kept.set({ ...value, ...changes });
  const add = useMutation({
    mutationFn: () => {
      const productFamily = family === 'other' ? '' : family;
      const body = { ...value, productFamily, frameOrigins: linesOf(value.frameOrigins) };
      return read(api.POST('/api/v1/lti/platforms', { params: { header }, body }));
    },
    onSuccess: async ({ id }) => {
      kept.forget(NOTHING);
      tell(connecting.added);
      await queries.invalidateQueries({ queryKey: platformsQuery.queryKey });
      await navigate({ to: '/institution/platforms/$platformId', params: { platformId: id } });
    },
  });
  return (
    <Form problem={add.error} onSubmit={() => add.mutate()} aria-label={connecting.theirs}>
      <TextField
        label={fields.name}
        hint={fields.nameHint}
        name="name"
        required
        maxLength={200}
        value={value.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={fields.issuer}
        hint={fields.issuerHint}
        name="issuer"
        type="url"
        required
        value={value.issuer}
        onChange={(issuer) => change({ issuer })}
      />
      <TextField
        label={fields.clientId}
        name="clientId"
        required
        maxLength={255}
        value={value.clientId}
        onChange={(clientId) => change({ clientId })}
      />
      <AddressFields terms={value} onChange={change} />
      <ChoiceFields terms={value} onChange={change} />
      <Actions>
        <Button type="submit" look="primary" isPending={add.isPending}>
          {connecting.add}
        </Button>
      </Actions>
    </Form>
  );
}
