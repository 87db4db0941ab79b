import { X } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { Progress } from '../../../ui/Progress';
import styles from './files.module.css';
import type { Upload } from './use-uploads';

export function UploadList({ uploads, onDismiss }: { uploads: readonly Upload[]; onDismiss: (id: string) => void }) {
  const { uploading, stop } = useMessages('authoring').files;
  const { close } = useMessages('common');
  if (uploads.length === 0) return null;
  return (
    <ul className={styles['uploads']}>
      {uploads.map(({ id, name, share, problem }) => (
        <li key={id}>
          <div className={styles['upload']}>
            <span>{uploading(name)}</span>
            <Button
              look="quiet"
              icon={<X aria-hidden />}
              aria-label={problem ? close : stop(name)}
              onPress={() => onDismiss(id)}
            />
          </div>
          {problem ? <ProblemNotice problem={problem} /> : <Progress label={uploading(name)} share={share} />}
        </li>
      ))}
    </ul>
  );
}
