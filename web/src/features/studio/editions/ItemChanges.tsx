import type { ReactNode } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Chip, type Tone } from '../../../ui/Notice';
import styles from './editions.module.css';
import { FieldChanges } from './FieldChanges';

type Item = View<'ItemChangeView'>;

const TONES: Record<Item['changes'][number], Tone> = { added: 'good', removed: 'bad', changed: 'warn', moved: 'plain' };

interface ItemChangesProps<Own extends Item> {
  items: readonly Own[];
  /** What there is inside of one. */
  inside?: (item: Own) => ReactNode;
}

/** Things that are new, gone, changed, or elsewhere. */
export function ItemChanges<Own extends Item>({ items, inside }: ItemChangesProps<Own>) {
  const { editions: texts } = useMessages('studio');
  return (
    <ul className={styles['items']}>
      {items.map((item) => (
        <li key={item.id}>
          <p className={styles['item']}>
            <b>{item.title}</b>
            {item.changes.map((change) => (
              <Chip key={change} tone={TONES[change]}>
                {texts.changes[change]}
              </Chip>
            ))}
          </p>
          {item.fields.length > 0 && <FieldChanges fields={item.fields} />}
          {inside?.(item)}
        </li>
      ))}
    </ul>
  );
}
