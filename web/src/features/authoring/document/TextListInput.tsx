import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/fields';
import styles from './document.module.css';

interface TextListInputProps {
  label: string;
  hint?: string;
  /** The name of one of them, by its number from 1. */
  itemLabel: (number: number) => string;
  addLabel: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
  most: number;
  maxLength: number;
}

/** Short texts, one a line. */
export function TextListInput(props: TextListInputProps) {
  const { label, hint, itemLabel, addLabel, values, onChange, most, maxLength } = props;
  const { fields } = useMessages('authoring');
  const list = useRef<HTMLUListElement>(null);
  const add = () => {
    onChange([...values, '']);
    requestAnimationFrame(() => list.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      {hint && <p className={styles['hint']}>{hint}</p>}
      <ul ref={list} className={styles['list']}>
        {values.map((value, index) => (
          // Texts have no names of their own; an index keeps the focus where it is while one types.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles['item']}>
            <TextField
              label={itemLabel(index + 1)}
              value={value}
              maxLength={maxLength}
              onChange={(text) => onChange(values.with(index, text))}
            />
            <Button
              look="quiet"
              icon={<Trash2 aria-hidden />}
              aria-label={fields.removeOne(itemLabel(index + 1))}
              onPress={() => onChange(values.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      {values.length < most && (
        <div>
          <Button icon={<Plus aria-hidden />} onPress={add}>
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
