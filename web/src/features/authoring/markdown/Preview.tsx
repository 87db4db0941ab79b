import { useEffect, useRef } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Prose } from '../../../ui/Prose';
import { usePreview } from './use-preview';
import styles from './markdown.module.css';

/** The text as learners will see it. Its links open beside the editor, so that nobody leaves by looking. */
export function Preview({ text, lang }: { text: View<'TextPreviewDto'>; lang?: string }) {
  const { markdown: messages } = useMessages('authoring');
  const query = usePreview(text);
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || link.hash) return;
      event.preventDefault();
      window.open(link.href, '_blank', 'noopener');
    };
    const area = element.current;
    area?.addEventListener('click', open);
    return () => area?.removeEventListener('click', open);
  }, []);
  return (
    <div ref={element}>
      <Loaded query={query}>
        {({ html, missing }) => (
          <>
            {missing.length > 0 && <Notice tone="warn">{messages.missing(missing.join(', '))}</Notice>}
            {html === '' ? <p className={styles['nothing']}>{messages.nothingYet}</p> : <Prose html={html} lang={lang} />}
          </>
        )}
      </Loaded>
    </div>
  );
}
