import { Plus } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { Button } from '../../../ui/Button';
import { OrderButtons } from '../document/OrderButtons';
import { moved, without } from '../document/lists';
import styles from './quiz.module.css';

interface PartListProps<Part extends { id: string }> {
  label: string;
  hint?: string;
  error?: string | undefined;
  parts: readonly Part[];
  /** The name of one, by its number from 1. */
  name: (number: number) => string;
  most: number;
  addLabel: string;
  makePart: () => Part;
  onChange: (change: (parts: Part[]) => Part[]) => void;
  children: (part: Part, index: number, change: (changes: Partial<Part>) => void) => ReactNode;
}

/** Options, items or pairs of a question: each with its fields, and buttons to move it and to take it away. */
export function PartList<Part extends { id: string }>(props: PartListProps<Part>) {
  const { label, hint, error, parts, name, most, addLabel, makePart, onChange, children } = props;
  const list = useRef<HTMLOListElement>(null);
  const add = () => {
    onChange((now) => [...now, makePart()]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(':scope > li:last-child input[type="text"]')?.focus());
  };
  return (
    <fieldset className={styles['parts']}>
      <legend>{label}</legend>
      {hint && <p className={styles['hint']}>{hint}</p>}
      {error && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
      <ol ref={list} className={styles['list']}>
        {parts.map((part, index) => (
          <li key={part.id} className={styles['part']}>
            <div className={styles['fields']}>
              {children(part, index, (changes) =>
                onChange((now) => now.map((one) => (one.id === part.id ? { ...one, ...changes } : one))),
              )}
            </div>
            <OrderButtons
              of={name(index + 1)}
              index={index}
              count={parts.length}
              onMove={(to) => onChange((now) => moved(now, index, to))}
              onRemove={() => onChange((now) => without(now, part.id))}
            />
          </li>
        ))}
      </ol>
      {parts.length < most && (
        <div>
          <Button icon={<Plus aria-hidden />} onPress={add}>
            {addLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
