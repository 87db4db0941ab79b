import { useEffect } from 'react';
import { useMessages } from '../../../i18n';
import { FileField } from '../../../ui/FileField';
import { fileUploads, type UploadedFile } from '../../../uploads/file-uploads';
import { UploadList } from '../../../uploads/UploadList';
import { useUploads } from '../../../uploads/use-uploads';

interface Props {
  courseId: string;
  /** The one that has arrived. */
  file: Pick<UploadedFile, 'name'> | null;
  onArrived: (file: UploadedFile) => void;
  /** Whether something is on its way. */
  onBusy: (isBusy: boolean) => void;
}

/** The file of a new activity: it is uploaded as soon as it is chosen, and still there when the page is loaded anew. */
export function NewFile({ courseId, file, onArrived, onBusy }: Props) {
  const { outline: texts } = useMessages('studio');
  const { told } = useMessages('uploads');
  const running = useUploads(fileUploads(`course.${courseId}`), onArrived);
  const isBusy = running.uploads.some(({ stage }) => stage !== 'failed');
  useEffect(() => onBusy(isBusy), [isBusy, onBusy]);
  return (
    <>
      <FileField
        label={texts.file}
        hint={file && told.arrived(file.name)}
        name="body.fileId"
        onChoose={(chosen) => chosen && running.start([chosen])}
      />
      <UploadList uploads={running} />
    </>
  );
}
