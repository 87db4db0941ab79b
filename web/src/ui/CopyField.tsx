import { Copy } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import { Field } from './fields';
import styles from './CopyField.module.css';
import fields from './fields.module.css';

/** Something to be copied whole: an address, a secret. */
export function CopyField({ label, hint, value }: { label: ReactNode; hint?: ReactNode; value: string }) {
  const messages = useMessages('common');
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState('');
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setTold(messages.copied);
    } catch {
      // Refused by the browser, or no secure origin: it is selected, and the keyboard can.
      setTold(messages.copyYourself);
    }
  };
  return (
    <div className={styles['copy']}>
      <Field label={label} hint={hint}>
        {(wiring) => (
          <span className={styles['line']}>
            <input
              {...wiring}
              ref={input}
              readOnly
              className={`${fields['input']} ${styles['value']}`}
              value={value}
              onFocus={(event) => event.currentTarget.select()}
            />
            <Button icon={<Copy aria-hidden />} onPress={() => void copy()}>
              {messages.copy}
            </Button>
          </span>
        )}
      </Field>
      <span role="status" className={styles['told']}>
        {told}
      </span>
    </div>
  );
}
