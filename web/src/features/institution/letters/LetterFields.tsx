import { useRef } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { TextArea, TextField } from '../../../ui/fields';
import { Actions } from '../../../ui/Form';
import styles from './letters.module.css';

type Letter = View<'LetterView'>;
type Words = View<'LetterTextDto'>;

interface Props {
  words: Words;
  holds: Letter['holds'];
  isPart: boolean;
  language: Letter['language'];
  wrong: { subject: string | undefined; body: string | undefined };
  onChange: (words: Words) => void;
}

/** Subject and text, and what may stand in them for something else. */
export function LetterFields({ words, holds, isPart, language, wrong, onChange }: Props) {
  const { subject, body, bodyHint, insert, placeholders } = useMessages('letters');
  const area = useRef<HTMLDivElement>(null);
  // Where the text was left is where the placeholder goes, and the focus goes back there.
  const put = (name: Letter['holds'][number]) => {
    const field = area.current?.querySelector('textarea');
    const [from, to] = [field?.selectionStart ?? words.body.length, field?.selectionEnd ?? words.body.length];
    const text = `{{${name}}}`;
    onChange({ ...words, body: words.body.slice(0, from) + text + words.body.slice(to) });
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(from + text.length, from + text.length);
    });
  };
  return (
    <>
      {!isPart && (
        <TextField
          label={subject}
          name="subject"
          lang={language}
          maxLength={200}
          error={wrong.subject}
          value={words.subject}
          onChange={(typed) => onChange({ ...words, subject: typed })}
        />
      )}
      <div ref={area}>
        <TextArea
          label={body}
          hint={bodyHint}
          name="body"
          lang={language}
          rows={isPart ? 5 : 14}
          maxLength={5_000}
          error={wrong.body}
          value={words.body}
          onChange={(typed) => onChange({ ...words, body: typed })}
        />
      </div>
      <div role="group" aria-label={insert}>
        <Actions>
          <span className={styles['quiet']} aria-hidden>
            {insert}:
          </span>
          {holds.map((name) => (
            <Button key={name} look="quiet" onPress={() => put(name)}>
              {placeholders[name]}
            </Button>
          ))}
        </Actions>
      </div>
    </>
  );
}
