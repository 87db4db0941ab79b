import { ListFilter, X } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import { Form } from './Form';
import styles from './Filters.module.css';

/** A filter in use. */
export interface ActiveFilter {
  key: string;
  /** As it is read: “State: active”. */
  label: string;
  onRemove: () => void;
}

export interface FiltersProps {
  /** What is chosen among. */
  label: string;
  active: readonly ActiveFilter[];
  /** The fields. */
  children: ReactNode;
  /** A field that is always to be seen. */
  always?: ReactNode;
  /** Where words are sent. */
  onSearch?: () => void;
}

/**
 * What a list is narrowed by: fields beside each other where there is room; on a narrow screen they are folded away behind one button, and
 * those in use stand below it, to be taken away one by one.
 */
export function Filters({ label, active, children, always, onSearch }: FiltersProps) {
  const { filters } = useMessages('common');
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const toggle = useRef<HTMLSpanElement>(null);
  const fields = (
    <div className={styles['filters']}>
      {always && <div className={styles['always']}>{always}</div>}
      <div className={styles['bar']}>
        <span ref={toggle}>
          <Button icon={<ListFilter aria-hidden />} aria-expanded={isOpen} aria-controls={id} onPress={() => setIsOpen(!isOpen)}>
            {filters.open(active.length)}
          </Button>
        </span>
        {active.map((filter) => (
          <button
            key={filter.key}
            type="button"
            className={styles['chip']}
            onClick={() => {
              filter.onRemove();
              // With the filter goes the button that was pressed.
              toggle.current?.querySelector('button')?.focus();
            }}
          >
            <span className={styles['silent']}>{filters.remove} </span>
            {filter.label}
            <X aria-hidden />
          </button>
        ))}
      </div>
      <div id={id} className={styles['fields']} data-open={isOpen || undefined}>
        {children}
      </div>
      {onSearch && (
        <div className={styles['find']}>
          <Button type="submit">{filters.find}</Button>
        </div>
      )}
    </div>
  );
  if (!onSearch) return <section aria-label={label}>{fields}</section>;
  return (
    <Form aria-label={label} onSubmit={onSearch}>
      {fields}
    </Form>
  );
}

/** One that needs the whole width. */
export function WideFilter({ children }: { children: ReactNode }) {
  return <div className={styles['wide']}>{children}</div>;
}
