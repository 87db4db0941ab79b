import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { useSettled } from '../../ui/use-settled';
import { BankEntry } from './BankEntry';
import { inBankOrder, type KeptComment } from './bank-order';
import styles from './grading.module.css';
import { bankQuery } from './queries';

interface Props {
  offeringId: string;
  criterionId: string | null;
  isOpen: boolean;
  onClose: () => void;
  onInsert: (comment: KeptComment) => void;
}

/** The kept comments: one to be inserted, found by its words, rewritten, shared, or no longer wanted. */
export function BankDialog({ isOpen, onClose, ...rest }: Props) {
  const { title } = useMessages('grading').bank;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <Kept {...rest} />
    </Dialog>
  );
}

function Kept({ offeringId, criterionId, onInsert }: Omit<Props, 'isOpen' | 'onClose'>) {
  const messages = useMessages('grading').bank;
  const { search } = useMessages('common');
  const [words, setWords] = useState('');
  const query = useQuery({ ...bankQuery(offeringId, useSettled(words)), placeholderData: keepPreviousData });
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The browser opens the dialog after this, and would choose the cross.
    const frame = requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <>
      <p className={styles['quiet']}>{messages.where}</p>
      <TextField label={search} type="search" value={words} onChange={setWords} maxLength={200} />
      <Loaded query={query}>
        {({ items, next }) => (
          <>
            <p role="status" className={styles['quiet']}>
              {items.length === 0 ? messages.none : next !== null && messages.more}
            </p>
            <ul ref={list} className={styles['kept']}>
              {inBankOrder(items, criterionId).map((comment) => (
                <BankEntry key={comment.id} comment={comment} onInsert={onInsert} />
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </>
  );
}
