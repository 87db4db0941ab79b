import type { UseQueryResult } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { RadioGroup } from '../../../ui/fields';
import { Loaded } from '../../../ui/Loaded';
import styles from './letters.module.css';

const LOOKS = ['light', 'dark', 'narrow', 'text'] as const;

/** What a mail program makes of it. Links lead nowhere here, so that nobody leaves by looking. */
export function LetterPreview({ query, language }: { query: UseQueryResult<View<'LetterPreviewView'>>; language: string }) {
  const { shownAs, looks } = useMessages('letters');
  const [look, setLook] = useState<(typeof LOOKS)[number]>('light');
  const sheet = useCallback((element: HTMLDivElement | null) => {
    const stay = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a')) event.preventDefault();
    };
    element?.addEventListener('click', stay);
    return () => element?.removeEventListener('click', stay);
  }, []);
  return (
    <>
      <RadioGroup
        label={shownAs}
        name="look"
        isInLine
        value={look}
        onChange={setLook}
        choices={LOOKS.map((value) => ({ value, label: looks[value] }))}
      />
      <Loaded query={query}>
        {({ subject, text, html }) => (
          <div className={`${styles['mail']} ${styles[look]}`} lang={language}>
            <p className={styles['subject']}>{subject}</p>
            {look === 'text' ? (
              <pre className={styles['words']}>{text}</pre>
            ) : (
              // Written by the server from Markdown: known tags, everything else escaped.
              <div ref={sheet} className={styles['sheet']} dangerouslySetInnerHTML={{ __html: html }} />
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}
