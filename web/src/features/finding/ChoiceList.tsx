import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n';
import type { Choice, ChoiceGroup } from './choices';
import styles from './finding.module.css';

interface ChoiceListProps {
  id: string;
  groups: readonly ChoiceGroup[];
  activeKey: string | null;
  onChoose: (choice: Choice) => void;
}

/** What the field offers. The focus stays in the field, which names the active one (ARIA 1.2, combobox). */
export function ChoiceList({ id, groups, activeKey, onChoose }: ChoiceListProps) {
  const texts = useMessages('finding');
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeKey]);
  return (
    <div ref={list} id={`${id}-list`} role="listbox" aria-label={texts.title} className={styles['list']}>
      {groups.map(({ key, choices }) => (
        <div key={key} role="group" aria-labelledby={`${id}-group-${key}`}>
          <div id={`${id}-group-${key}`} role="presentation" className={styles['group']}>
            {texts.groups[key]}
          </div>
          {choices.map((choice) => (
            // Keys are for the field; a pointer goes there directly.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={choice.key}
              id={`${id}-${choice.key}`}
              role="option"
              aria-selected={choice.key === activeKey}
              className={styles['choice']}
              onClick={() => onChoose(choice)}
            >
              <span>{choice.title}</span>
              {choice.context && <span className={styles['context']}>{choice.context}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
