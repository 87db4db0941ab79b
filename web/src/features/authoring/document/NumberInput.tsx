import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { Checkbox, NumberField, type NumberFieldProps } from '../../../ui/fields';
import styles from './document.module.css';

interface NumberInputProps extends Omit<NumberFieldProps, 'value' | 'onChange' | 'min' | 'max'> {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  isWhole?: boolean;
}

/** A number that is always there: what is typed counts as soon as it fits, and what does not fit is gone when the field is left. */
export function NumberInput({ value, onChange, min, max, isWhole = false, ...field }: NumberInputProps) {
  const { fields } = useMessages('authoring');
  const [typed, setTyped] = useState<number | null | undefined>(undefined);
  const fits = (number: number | null): number is number =>
    number !== null && number >= min && number <= max && (!isWhole || Number.isInteger(number));
  return (
    <NumberField
      {...field}
      min={min}
      max={max}
      step={isWhole ? 1 : 'any'}
      error={typed === undefined || fits(typed) ? field.error : fields.numberBetween(min, max)}
      value={typed === undefined ? value : typed}
      onChange={(number) => {
        setTyped(number);
        if (fits(number)) onChange(number);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

interface LimitInputProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'label'> {
  label: string;
  /** What it means that there is no limit. */
  unlimited: string;
  value: number | null;
  onChange: (value: number | null) => void;
  /** Where the number begins when a limit is wanted. */
  first: number;
}

/** A number or none. */
export function LimitInput({ label, unlimited, value, onChange, first, ...input }: LimitInputProps) {
  return (
    <div role="group" aria-label={label} className={styles['limit']}>
      <Checkbox label={unlimited} value={value === null} onChange={(none) => onChange(none ? null : first)} />
      {value !== null && <NumberInput {...input} label={label} value={value} onChange={onChange} />}
    </div>
  );
}
