import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import styles from './Dialog.module.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  /** Escape, the cross, and whatever inside calls it. */
  onClose: () => void;
  children: ReactNode;
  width?: 'usual' | 'wide';
}

/** Something to be settled before going on. The browser keeps the focus inside and gives it back. */
export function Dialog({ title, isOpen, onClose, children, width = 'usual' }: DialogProps) {
  const { close } = useMessages('common');
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = element.current;
    if (isOpen && dialog && !dialog.open) dialog.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog
      ref={element}
      className={`${styles['dialog']} ${styles[width]}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {isOpen && (
        <>
          <div className={styles['top']}>
            <h2 id={id}>{title}</h2>
            <Button look="quiet" icon={<X aria-hidden />} aria-label={close} onPress={onClose} />
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
