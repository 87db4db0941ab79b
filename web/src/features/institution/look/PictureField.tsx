import { useMutation } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { pictureAddress } from '../../../app/institution-theme';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { FileField } from '../../../ui/FileField';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import styles from './look.module.css';

interface Props {
  label: string;
  hint: string;
  name: string;
  fileId: string | null;
  onChange: (fileId: string | null) => void;
}

/** A picture that is uploaded as soon as it is chosen, and shown. */
export function PictureField({ label, hint, name, fileId, onChange }: Props) {
  const { look } = useMessages('institution');
  const { loading } = useMessages('common');
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => upload(file),
    onSuccess: ({ id }) => onChange(id),
  });
  return (
    <div className={styles['picture']}>
      <FileField
        label={label}
        hint={isPending ? loading : hint}
        name={name}
        accept="image/*"
        disabled={isPending}
        onChoose={(file) => file && mutate(file)}
      />
      {error && <ProblemNotice problem={error} />}
      {fileId && (
        <div className={styles['shown']}>
          <img src={pictureAddress(fileId)} alt={look.pictureOf(label)} />
          <Button look="quiet" onPress={() => onChange(null)}>
            {look.withoutPicture(label)}
          </Button>
        </div>
      )}
    </div>
  );
}

function upload(file: File) {
  const bodySerializer = () => {
    const form = new FormData();
    form.append('file', file);
    return form;
  };
  return read(api.POST('/api/v1/files', { params: { query: { purpose: 'badge-image' } }, body: { file: '' }, bodySerializer }));
}
