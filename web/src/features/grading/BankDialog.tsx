import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './grading.module.css';
import type { Bank } from './use-bank';

export function BankDialog({ bank, isOpen, onClose }: { bank: Bank; isOpen: boolean; onClose: () => void }) {
  const messages = useMessages('grading').bank;
  const { remove } = useMessages('common');
  return (
    <Dialog title={messages.manage} isOpen={isOpen} onClose={onClose}>
      <p className={styles['quiet']}>{bank.texts.length === 0 ? messages.empty : messages.where}</p>
      <ul className={styles['kept']}>
        {bank.texts.map((text) => (
          <li key={text}>
            <span className={styles['plain']}>{text}</span>
            <Button look="quiet" aria-label={`${remove}: ${text}`} onPress={() => bank.remove(text)}>
              {remove}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
