import type { View } from '../../api/client';
import { useMessages } from '../../i18n';
import { Checkbox, Group, TextArea, TextField } from '../../ui/fields';

/** What can be said of a platform, with the addresses of frames as they are typed. */
export type Terms = Omit<View<'LtiPlatformDto'>, 'frameOrigins'> & { frameOrigins: string };

interface Props {
  terms: Terms;
  onChange: (changes: Partial<Terms>) => void;
}

/** The addresses by which the two know each other. */
export function AddressFields({ terms, onChange }: Props) {
  const { fields } = useMessages('platforms');
  const { authorizationUrl, tokenUrl, tokenAudience, jwksUrl } = terms;
  return (
    <>
      <TextField
        label={fields.authorizationUrl}
        name="authorizationUrl"
        type="url"
        required
        value={authorizationUrl}
        onChange={(text) => onChange({ authorizationUrl: text })}
      />
      <TextField
        label={fields.tokenUrl}
        name="tokenUrl"
        type="url"
        required
        value={tokenUrl}
        onChange={(text) => onChange({ tokenUrl: text })}
      />
      <TextField
        label={fields.jwksUrl}
        name="jwksUrl"
        type="url"
        required
        value={jwksUrl}
        onChange={(text) => onChange({ jwksUrl: text })}
      />
      <TextField
        label={fields.tokenAudience}
        hint={fields.tokenAudienceHint}
        name="tokenAudience"
        isOptional
        value={tokenAudience ?? ''}
        onChange={(text) => onChange({ tokenAudience: text === '' ? null : text })}
      />
    </>
  );
}

/** What an administrator here chooses. */
export function ChoiceFields({ terms, onChange }: Props) {
  const { fields } = useMessages('platforms');
  const { frameOrigins, settings } = terms;
  return (
    <>
      <TextArea
        label={fields.frameOrigins}
        hint={fields.frameOriginsHint}
        name="frameOrigins"
        rows={3}
        value={frameOrigins}
        onChange={(text) => onChange({ frameOrigins: text })}
      />
      <Group label={fields.settings}>
        {(['sendScores', 'syncRosters', 'acceptFirstDeployment'] as const).map((name) => (
          <Checkbox
            key={name}
            label={fields[name]}
            hint={fields[`${name}Hint`]}
            name={`settings.${name}`}
            value={settings[name]}
            onChange={(isOn) => onChange({ settings: { ...settings, [name]: isOn } })}
          />
        ))}
      </Group>
    </>
  );
}
