import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { TextArea } from '../../../ui/fields';
import { Card } from '../../../ui/Page';
import type { DetailsPart } from './details';
import styles from './details.module.css';
import { EuropeanMark } from './EuropeanMark';

/** What one can do afterwards, one sentence each. */
export function Outcomes({ value: { outcomes }, set }: DetailsPart) {
  const { details: texts, fields } = useMessages('studio');
  const { remove } = useMessages('common');
  const list = useRef<HTMLDivElement>(null);
  const add = () => {
    set({ outcomes: [...outcomes, ''] });
    // The new field is there after the next painting.
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(':scope > :last-child textarea')?.focus());
  };
  return (
    <Card
      title={
        <>
          {fields.outcomes}
          <EuropeanMark />
        </>
      }
    >
      <p className={styles['hint']}>{texts.outcomesHint}</p>
      <div ref={list} className={styles['things']}>
        {outcomes.map((outcome, index) => (
          // Outcomes have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={styles['thing']}>
            <TextArea
              rows={1}
              label={texts.outcome(index + 1)}
              name={`outcomes[${index}]`}
              maxLength={500}
              value={outcome}
              onChange={(text) => set({ outcomes: outcomes.with(index, text) })}
            />
            <Button
              look="quiet"
              icon={<X aria-hidden />}
              aria-label={`${remove}: ${outcome || texts.outcome(index + 1)}`}
              onPress={() => set({ outcomes: outcomes.toSpliced(index, 1) })}
            />
          </div>
        ))}
      </div>
      <div data-field="outcomes">
        <Button icon={<Plus aria-hidden />} onPress={add}>
          {texts.addOutcome}
        </Button>
      </div>
    </Card>
  );
}
