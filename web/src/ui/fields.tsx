import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';
import { useMessages } from '../i18n';
import { useFieldProblem } from './Form';
import styles from './fields.module.css';

interface FrameProps {
  label: ReactNode;
  /** What one has to know to fill it in. */
  hint?: ReactNode;
  /** What is wrong with it; by default what the server said of the field `name` of this form. */
  error?: string | undefined;
  /** Says so beside the label of a field that may stay empty. */
  isOptional?: boolean;
}

interface Wiring {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
}

/** Label above, hint below it, and the message at the field, all tied to the control that `children` makes. */
export function Field(props: FrameProps & { name?: string | undefined; children: (wiring: Wiring) => ReactNode }) {
  const { label, hint, name, isOptional, children } = props;
  const id = useId();
  const { optional } = useMessages('common');
  const told = useFieldProblem(name, id, label);
  const error = props.error ?? told;
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
        {isOptional && <span className={styles['optional']}> ({optional})</span>}
      </label>
      {hint && (
        <div id={`${id}-hint`} className={styles['hint']}>
          {hint}
        </div>
      )}
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': described || undefined })}
      {error && (
        <div id={`${id}-error`} className={styles['error']} role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

type Plain<Attributes> = Omit<Attributes, 'value' | 'onChange' | 'className' | 'style' | 'id'>;

interface Controlled<Value> {
  value: Value;
  onChange: (value: Value) => void;
}

export type TextFieldProps = FrameProps & Plain<InputHTMLAttributes<HTMLInputElement>> & Controlled<string>;

/** One line; also for dates and addresses, by `type`. */
export function TextField({ label, hint, error, isOptional, value, onChange, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, isOptional }} name={input.name}>
      {(wiring) => (
        <input
          type="text"
          {...input}
          {...wiring}
          className={styles['input']}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type TextAreaProps = FrameProps & Plain<TextareaHTMLAttributes<HTMLTextAreaElement>> & Controlled<string>;

/** Many lines; grows with what is written. */
export function TextArea({ label, hint, error, isOptional, value, onChange, ...area }: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, isOptional }} name={area.name}>
      {(wiring) => (
        <textarea
          rows={4}
          {...area}
          {...wiring}
          className={`${styles['input']} ${styles['area']}`}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export type NumberFieldProps = FrameProps & Plain<InputHTMLAttributes<HTMLInputElement>> & Controlled<number | null>;

/** `null` while it is empty. */
export function NumberField({ label, hint, error, isOptional, value, onChange, ...input }: NumberFieldProps) {
  return (
    <Field {...{ label, hint, error, isOptional }} name={input.name}>
      {(wiring) => (
        <input
          inputMode="decimal"
          {...input}
          {...wiring}
          type="number"
          className={`${styles['input']} ${styles['number']}`}
          value={value ?? ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? null : currentTarget.valueAsNumber)}
        />
      )}
    </Field>
  );
}

export interface Choice<Value extends string> {
  value: Value;
  label: string;
}

export type SelectProps<Value extends string> = FrameProps &
  Plain<SelectHTMLAttributes<HTMLSelectElement>> &
  Controlled<Value> & { choices: readonly Choice<Value>[] };

/** One of a few. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, hint, error, isOptional, value, onChange, choices, ...select } = props;
  return (
    <Field {...{ label, hint, error, isOptional }} name={select.name}>
      {(wiring) => (
        <select
          {...select}
          {...wiring}
          className={styles['input']}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value as Value)}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export type CheckboxProps = Plain<InputHTMLAttributes<HTMLInputElement>> &
  Controlled<boolean> & { label: ReactNode; hint?: ReactNode };

export function Checkbox({ label, hint, value, onChange, ...input }: CheckboxProps) {
  const id = useId();
  const error = useFieldProblem(input.name, id, label);
  return (
    <div className={styles['check']}>
      <input
        {...input}
        id={id}
        type="checkbox"
        checked={value}
        aria-describedby={hint || error ? `${id}-hint` : undefined}
        aria-invalid={error ? true : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {(hint || error) && (
        <div id={`${id}-hint`} className={error ? styles['error'] : styles['hint']}>
          {error ?? hint}
        </div>
      )}
    </div>
  );
}

/** Controls that answer one question together. */
export function Group({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['label']}>{label}</legend>
      {children}
    </fieldset>
  );
}

export interface RadioGroupProps<Value extends string> {
  label: ReactNode;
  hint?: ReactNode;
  name: string;
  value: Value | null;
  onChange: (value: Value) => void;
  choices: readonly { value: Value; label: ReactNode; hint?: ReactNode }[];
  disabled?: boolean;
  /** Beside each other, where they are a word or two each. */
  isInLine?: boolean;
}

/** One of a few that are all to be seen. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, hint, name, value, onChange, choices, disabled, isInLine = false } = props;
  const id = useId();
  const error = useFieldProblem(name, `${id}-${choices[0]?.value}`, label);
  return (
    <fieldset
      className={isInLine ? `${styles['group']} ${styles['inLine']}` : styles['group']}
      disabled={disabled}
      aria-describedby={hint || error ? `${id}-hint` : undefined}
    >
      <legend className={styles['label']}>{label}</legend>
      {(hint || error) && (
        <div id={`${id}-hint`} className={error ? styles['error'] : styles['hint']}>
          {error ?? hint}
        </div>
      )}
      {choices.map((choice) => (
        <div key={choice.value} className={styles['check']}>
          <input
            type="radio"
            id={`${id}-${choice.value}`}
            name={`${id}-${name}`}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <label htmlFor={`${id}-${choice.value}`}>{choice.label}</label>
          {choice.hint && <div className={styles['hint']}>{choice.hint}</div>}
        </div>
      ))}
    </fieldset>
  );
}
