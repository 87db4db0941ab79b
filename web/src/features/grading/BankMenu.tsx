import { BookmarkPlus, MessageSquareText } from 'lucide-react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import styles from './grading.module.css';
import { appended } from './notes';
import type { Bank } from './use-bank';

interface Props {
  bank: Bank;
  /** What the field that they go into is called. */
  label: string;
  text: string;
  onChange: (text: string) => void;
}

/** Beside a text field: puts a kept comment into it, or keeps what was written. */
export function BankMenu({ bank, label, text, onChange }: Props) {
  const messages = useMessages('grading').bank;
  return (
    <div className={styles['bank']}>
      {bank.texts.length > 0 && (
        <MenuTrigger>
          <Button look="quiet" icon={<MessageSquareText aria-hidden />} aria-label={`${messages.open}: ${label}`}>
            {messages.open}
          </Button>
          <Popover className={styles['menu'] ?? ''} placement="bottom start">
            <Menu aria-label={messages.title} onAction={(key) => onChange(appended(text, String(key)))}>
              {bank.texts.map((one) => (
                <MenuItem key={one} id={one} textValue={one} className={styles['menuItem'] ?? ''}>
                  {one}
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      {text.trim() !== '' && !bank.texts.includes(text.trim()) && (
        <Button
          look="quiet"
          icon={<BookmarkPlus aria-hidden />}
          aria-label={`${messages.keep}: ${label}`}
          onPress={() => bank.keep(text)}
        >
          {messages.keep}
        </Button>
      )}
    </div>
  );
}
