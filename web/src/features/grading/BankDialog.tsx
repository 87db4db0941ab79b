import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './grading.module.css';
import type { Bank } from './use-bank';

interface Props {
  bank: Bank;
  isOpen: boolean;
  onClose: () => void;
  onInsert: (text: string) => void;
}

/** The kept comments: one to be inserted, or no longer wanted. */
export function BankDialog({ bank, isOpen, onClose, onInsert }: Props) {
  const { title } = useMessages('grading').bank;
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <Kept bank={bank} onInsert={onInsert} />
    </Dialog>
  );
}

function Kept({ bank, onInsert }: Pick<Props, 'bank' | 'onInsert'>) {
  const messages = useMessages('grading').bank;
  const { remove } = useMessages('common');
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The browser opens the dialog after this, and would choose the cross.
    const frame = requestAnimationFrame(() => list.current?.querySelector('button')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <>
      <p className={styles['quiet']}>{bank.texts.length === 0 ? messages.empty : messages.where}</p>
      <ul ref={list} className={styles['kept']}>
        {bank.texts.map((text) => (
          <li key={text}>
            <button type="button" className={styles['insert']} onClick={() => onInsert(text)}>
              {text}
            </button>
            <Button look="quiet" icon={<X aria-hidden />} aria-label={`${remove}: ${text}`} onPress={() => bank.remove(text)} />
          </li>
        ))}
      </ul>
    </>
  );
}
