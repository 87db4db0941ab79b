import { useQueryClient } from '@tanstack/react-query';
import { api, read } from '../../api/client';
import { useMessages } from '../../i18n';
import { useEdit } from '../../kept/use-edit';
import { Button } from '../../ui/Button';
import { EditConflict } from '../../ui/EditConflict';
import { TextField } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { Card } from '../../ui/Page';
import { tell } from '../../ui/toast';
import { linesOf } from './families';
import { AddressFields, ChoiceFields, type Terms } from './PlatformFields';
import { type Platform, platformQuery, platformsQuery } from './queries';

export function PlatformSettings({ platform }: { platform: Platform }) {
  const { one, fields } = useMessages('platforms');
  const { reset } = useMessages('institution');
  const queries = useQueryClient();
  const { id } = platform;
  const edit = useEdit<Terms, unknown>({
    name: `platform.${id}`,
    standing: versionOf(platform),
    load: async () => versionOf(await queries.fetchQuery({ ...platformQuery(id), staleTime: 0 })),
    send: (terms, header) =>
      read(
        api.PUT('/api/v1/lti/platforms/{id}', {
          params: { path: { id }, header },
          body: { ...terms, frameOrigins: linesOf(terms.frameOrigins) },
        }),
      ),
    onSaved: async () => {
      tell(one.saved);
      await queries.invalidateQueries({ queryKey: platformsQuery.queryKey });
    },
  });
  const change = (changes: Partial<Terms>) => edit.set({ ...edit.value, ...changes });
  return (
    <Card title={one.settings}>
      <Form problem={edit.problem} onSubmit={edit.save} aria-label={one.settings}>
        <EditConflict
          edit={edit}
          describe={({ name, authorizationUrl, tokenUrl, jwksUrl, tokenAudience, frameOrigins }) => [
            [fields.name, name],
            [fields.authorizationUrl, authorizationUrl],
            [fields.tokenUrl, tokenUrl],
            [fields.jwksUrl, jwksUrl],
            [fields.tokenAudience, tokenAudience ?? ''],
            [fields.frameOrigins, frameOrigins],
          ]}
        />
        <TextField
          label={fields.name}
          hint={fields.nameHint}
          name="name"
          required
          maxLength={200}
          value={edit.value.name}
          onChange={(name) => change({ name })}
        />
        <ChoiceFields terms={edit.value} onChange={change} />
        <AddressFields terms={edit.value} onChange={change} />
        <Actions>
          <Button type="submit" look="primary" isPending={edit.isPending}>
            {fields.save}
          </Button>
          {edit.changed && <Button onPress={edit.reset}>{reset}</Button>}
        </Actions>
      </Form>
    </Card>
  );
}

function versionOf(platform: Platform) {
  return { etag: `"v${platform.termsVersion}"`, value: termsOf(platform) };
}

function termsOf(platform: Platform): Terms {
  const { name, productFamily, authorizationUrl, tokenUrl, tokenAudience, jwksUrl, frameOrigins, settings } = platform;
  const { sendScores, syncRosters, acceptFirstDeployment } = settings;
  return {
    name,
    productFamily,
    authorizationUrl,
    tokenUrl,
    tokenAudience,
    jwksUrl,
    frameOrigins: frameOrigins.join('\n'),
    settings: { sendScores, syncRosters, acceptFirstDeployment },
  };
}
