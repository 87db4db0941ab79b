import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button, type Look } from '../../../ui/Button';
import styles from './files.module.css';

interface FileChooserProps {
  label: string;
  onChosen: (files: FileList) => void;
  accept?: string;
  look?: Look;
}

/** A button that opens the device's own file chooser. */
export function FileChooser({ label, onChosen, accept, look = 'plain' }: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className={styles['hidden']}
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          if (currentTarget.files?.length) onChosen(currentTarget.files);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
      <Button look={look} icon={<Upload aria-hidden />} onPress={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
