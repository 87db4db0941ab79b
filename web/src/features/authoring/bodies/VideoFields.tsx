import { useMessages } from '../../../i18n';
import { TextArea, TextField } from '../../../ui/fields';
import { ExternalLinkButton } from '../../../ui/LinkButton';
import { Card } from '../../../ui/Page';
import type { VideoBody } from '../types';
import type { BodyFieldsProps } from './PageFields';

export function VideoFields({ body: { url, transcript }, onChange }: BodyFieldsProps<VideoBody>) {
  const { video } = useMessages('authoring');
  const address = URL.canParse(url) && new URL(url).protocol === 'https:' ? url : null;
  return (
    <Card title={video.title}>
      <TextField
        label={video.address}
        hint={video.addressHint}
        name="body.url"
        type="url"
        inputMode="url"
        value={url}
        maxLength={2_000}
        onChange={(changed) => onChange((now) => ({ ...now, url: changed.trim() }))}
      />
      {address && (
        <div>
          <ExternalLinkButton href={address} target="_blank" rel="noopener noreferrer">
            {video.watch}
          </ExternalLinkButton>
        </div>
      )}
      <TextArea
        label={video.transcript}
        hint={video.transcriptHint}
        name="body.transcript"
        value={transcript}
        maxLength={200_000}
        rows={12}
        onChange={(changed) => onChange((now) => ({ ...now, transcript: changed }))}
      />
    </Card>
  );
}
