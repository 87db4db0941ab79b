import { Paperclip, X } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { View } from '../../../api/client';
import { messagesNow, useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { readPreviewPlace } from '../../../preview/preview-place';
import { Button } from '../../../ui/Button';
import { useFieldProblem } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import shared from '../learning.module.css';
import { kindName } from '../../../uploads/file-kinds';
import { UploadList } from '../../../uploads/UploadList';
import { useUploads } from '../../../uploads/use-uploads';
import { submissionUploads, type UploadedFile } from './submission-uploads';
import styles from './project.module.css';

interface FilesFieldProps {
  enrollmentId: string;
  accepts: View<'SubmissionRulesView'>;
  files: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
  /** Whether something is on its way. */
  onBusy: (isBusy: boolean) => void;
}

/** Files of the work: each is uploaded as soon as it is chosen. */
export function FilesField({ enrollmentId, accepts, files, onChange, onBusy }: FilesFieldProps) {
  const { project } = useMessages('learning');
  const { kinds } = useMessages('uploads');
  const format = useFormat();
  const chooser = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');
  const [refused, setRefused] = useState<readonly string[]>([]);
  const id = useId();
  const error = useFieldProblem('files', id, project.files);
  const latest = useRef(files);
  useLayoutEffect(() => {
    latest.current = files;
  }, [files]);
  const running = useUploads(submissionUploads(enrollmentId), (file) => {
    // Two may arrive before the first is on the screen.
    latest.current = [...latest.current, file];
    onChange([...latest.current]);
    setTold(project.uploaded(file.name));
  });
  const { uploads, start } = running;
  const isBusy = uploads.some(({ stage }) => stage !== 'failed');
  useEffect(() => onBusy(isBusy), [isBusy, onBusy]);

  const choose = (chosen: FileList | null) => {
    if (readPreviewPlace(enrollmentId)) return setRefused([messagesNow('studio').preview.nothingKept]);
    const tooLarge = [...(chosen ?? [])].filter(({ size }) => size > accepts.maxBytesPerFile);
    setRefused(tooLarge.map(({ name }) => project.tooLarge(name, format.bytes(accepts.maxBytesPerFile))));
    start([...(chosen ?? [])].filter((file) => !tooLarge.includes(file)));
    if (chooser.current) chooser.current.value = '';
  };

  return (
    <fieldset id={id} tabIndex={-1} className={styles['group']}>
      <legend>{project.files}</legend>
      <p className={shared['quiet']}>
        {project.filesHint(accepts.maxFiles, format.bytes(accepts.maxBytesPerFile))}{' '}
        {accepts.mediaTypes.length > 0 && project.fileTypes(accepts.mediaTypes.map((type) => kindName(type, kinds)).join(', '))}
      </p>
      {error && (
        <p role="alert" className={styles['error']}>
          {error}
        </p>
      )}
      {refused.map((words) => (
        <Notice key={words} tone="bad">
          {words}
        </Notice>
      ))}
      <ul className={styles['files']}>
        {files.map((file) => (
          <li key={file.id} className={shared['between']}>
            <span>
              <a href={`/api/v1/submission-files/${file.id}/content`} download={file.name}>
                {file.name}
              </a>{' '}
              <span className={shared['quiet']}>{format.bytes(file.bytes)}</span>
            </span>
            <Button
              look="quiet"
              icon={<X aria-hidden />}
              aria-label={project.removeFile(file.name)}
              onPress={() => onChange(files.filter(({ id }) => id !== file.id))}
            />
          </li>
        ))}
      </ul>
      <UploadList uploads={running} />
      {files.length + uploads.length < accepts.maxFiles && (
        <div>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            aria-label={project.addFiles}
            accept={accepts.mediaTypes.join(',')}
            onChange={({ currentTarget }) => choose(currentTarget.files)}
          />
          <Button icon={<Paperclip aria-hidden />} onPress={() => chooser.current?.click()}>
            {project.addFiles}
          </Button>
        </div>
      )}
      <span role="status" className={shared['hidden']}>
        {told}
      </span>
    </fieldset>
  );
}
