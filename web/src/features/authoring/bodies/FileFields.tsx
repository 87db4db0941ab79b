import { useQuery } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { TextArea } from '../../../ui/fields';
import { ExternalLinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Card } from '../../../ui/Page';
import { FileChooser } from '../files/FileChooser';
import { fileUploads } from '../../../uploads/file-uploads';
import { UploadList } from '../../../uploads/UploadList';
import { useUploads } from '../../../uploads/use-uploads';
import type { FileBody } from '../types';
import type { BodyFieldsProps } from './PageFields';

export function FileFields({ activityId, body: { fileId, description }, onChange }: BodyFieldsProps<FileBody>) {
  const { file: messages, files } = useMessages('authoring');
  const format = useFormat();
  const query = useQuery({
    queryKey: ['file', fileId],
    queryFn: ({ signal }) => read(api.GET('/api/v1/files/{id}', { params: { path: { id: fileId } }, signal })),
    staleTime: Infinity,
  });
  const uploads = useUploads(fileUploads(`activity.${activityId}`), ({ id }) => onChange((now) => ({ ...now, fileId: id })));
  return (
    <Card title={messages.title}>
      <Loaded query={query}>
        {({ name, bytes }) => (
          <div>
            <ExternalLinkButton href={`/api/v1/files/${fileId}/content`} target="_blank">
              {`${name} (${format.bytes(bytes)})`}
            </ExternalLinkButton>
          </div>
        )}
      </Loaded>
      <div>
        <FileChooser label={messages.replace} onChosen={(files) => uploads.start([...files])} />
      </div>
      <p>{files.most}</p>
      <UploadList uploads={uploads} />
      <TextArea
        label={messages.description}
        hint={messages.descriptionHint}
        name="body.description"
        value={description}
        maxLength={20_000}
        onChange={(changed) => onChange((now) => ({ ...now, description: changed }))}
      />
    </Card>
  );
}
