import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../ui/Button';
import styles from './institution.module.css';

interface Props<Item> {
  label: string;
  hint?: string;
  items: readonly Item[];
  most: number;
  /** Names one of them, counted from 1. */
  nameOf: (number: number) => string;
  add: string;
  removeOne: (name: string) => string;
  blank: Item;
  onChange: (items: Item[]) => void;
  children: (item: Item, index: number, change: (changes: Partial<Item>) => void) => ReactNode;
}

/** A short list of things that consist of a few fields each. */
export function Entries<Item extends object>(props: Props<Item>) {
  const { label, hint, items, most, nameOf, add, removeOne, blank, onChange, children } = props;
  const element = useRef<HTMLFieldSetElement>(null);
  const isAdding = useRef(false);
  useEffect(() => {
    if (!isAdding.current) return;
    isAdding.current = false;
    const last = [...(element.current?.querySelectorAll<HTMLFieldSetElement>(':scope > fieldset') ?? [])].at(-1);
    last?.querySelector('input')?.focus();
  }, [items.length]);
  const replace = (at: number, changes: Partial<Item>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...changes } : item)));
  return (
    <fieldset ref={element} className={styles['entries']}>
      <legend>{label}</legend>
      {hint && <p className={styles['hint']}>{hint}</p>}
      {items.map((item, index) => (
        // They have no names of their own, and their order does not change.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={index} className={styles['entry']}>
          <legend>{nameOf(index + 1)}</legend>
          {children(item, index, (changes) => replace(index, changes))}
          <div>
            <Button
              look="quiet"
              icon={<Trash2 aria-hidden />}
              onPress={() => {
                onChange(items.filter((_, at) => at !== index));
                element.current?.querySelector<HTMLButtonElement>(':scope > div:last-of-type > button')?.focus();
              }}
            >
              {removeOne(nameOf(index + 1))}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          icon={<Plus aria-hidden />}
          isDisabled={items.length >= most}
          onPress={() => {
            isAdding.current = true;
            onChange([...items, blank]);
          }}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
