import type { ReactNode } from 'react';
import { Field } from './fields';
import styles from './fields.module.css';

export interface FileFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  name?: string;
  /** As of `<input accept>`. */
  accept?: string;
  disabled?: boolean;
  onChoose: (file: File | null) => void;
}

/** One file from the device. */
export function FileField({ label, hint, error, name, accept, disabled, onChoose }: FileFieldProps) {
  return (
    <Field {...{ label, hint, error, name }}>
      {(wiring) => (
        <input
          type="file"
          {...wiring}
          accept={accept}
          disabled={disabled}
          className={styles['input']}
          onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
        />
      )}
    </Field>
  );
}
