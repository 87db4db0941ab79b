import { X } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Progress } from '../../../ui/Progress';
import shared from '../learning.module.css';
import type { RunningUpload } from './use-uploads';
import styles from './project.module.css';

interface RunningUploadLineProps {
  upload: RunningUpload;
  /** What the server said, where it refused the file. */
  refusal: string | undefined;
  onCancel: () => void;
  onRetry: () => void;
}

/** A file on its way, or one that did not arrive. */
export function RunningUploadLine({ upload: { file, share, problem }, refusal, onCancel, onRetry }: RunningUploadLineProps) {
  const { project } = useMessages('learning');
  return (
    <li className={styles['upload']}>
      <span>{file.name}</span>
      {problem === null ? (
        <Progress label={project.uploading(file.name)} share={share} />
      ) : (
        <span className={shared['line']}>
          <span role="alert" className={styles['error']}>
            {project.uploadFailed(file.name)} {refusal}
          </span>
          <Button onPress={onRetry}>{project.retryUpload}</Button>
        </span>
      )}
      <Button look="quiet" icon={<X aria-hidden />} aria-label={project.cancelUpload(file.name)} onPress={onCancel} />
    </li>
  );
}
