import { BookmarkPlus, MessageSquareText } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { BankDialog } from './BankDialog';
import styles from './grading.module.css';
import { appended } from './notes';
import type { Bank } from './use-bank';

interface Props {
  bank: Bank;
  /** What is commented on; null: all of the work. */
  criterionId: string | null;
  /** What the field that they go into is called. */
  label: string;
  text: string;
  onChange: (text: string) => void;
}

/** Beside a text field: puts a kept comment into it, or keeps what was written. */
export function BankMenu({ bank, criterionId, label, text, onChange }: Props) {
  const messages = useMessages('grading').bank;
  const [isOpen, setIsOpen] = useState(false);
  if (!bank.isThere) return null;
  return (
    <div className={styles['bank']}>
      {!bank.isEmpty && (
        <Button
          look="quiet"
          icon={<MessageSquareText aria-hidden />}
          aria-label={`${messages.open}: ${label}`}
          aria-haspopup="dialog"
          onPress={() => setIsOpen(true)}
        >
          {messages.open}
        </Button>
      )}
      {text.trim() !== '' && !bank.has(text) && (
        <Button
          look="quiet"
          icon={<BookmarkPlus aria-hidden />}
          aria-label={`${messages.keep}: ${label}`}
          onPress={() => bank.keep(text, criterionId)}
        >
          {messages.keep}
        </Button>
      )}
      <BankDialog
        offeringId={bank.offeringId}
        criterionId={criterionId}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
        onInsert={(comment) => {
          onChange(appended(text, comment.text));
          bank.use(comment);
          setIsOpen(false);
        }}
      />
    </div>
  );
}
