import styles from './Prose.module.css';

/** Text that the server rendered from Markdown and made safe; nothing else may come in here. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  return <div className={styles['prose']} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
