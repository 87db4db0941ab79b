import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import styles from './editions.module.css';
import { fieldWords, valueWords, type Words } from './value-words';

type Field = View<'FieldChangeView'>;

/** What is different in one thing: numbers as before and after, texts with their words marked. */
export function FieldChanges({ fields }: { fields: readonly Field[] }) {
  const studio = useMessages('studio');
  const common = useMessages('common');
  const format = useFormat();
  const words: Words = { studio, common, format };
  return (
    <dl className={styles['fields']}>
      {fields.map((field) => (
        <div key={field.field}>
          <dt>{fieldWords(field.field, words)}</dt>
          <dd>{field.words ? <MarkedText runs={field.words} /> : <BeforeAndAfter field={field} words={words} />}</dd>
        </div>
      ))}
    </dl>
  );
}

function BeforeAndAfter({ field: { field, before, after }, words }: { field: Field; words: Words }) {
  return (
    <>
      <del className={styles['removed']}>{valueWords(field, before, words)}</del>
      {' → '}
      <ins className={styles['added']}>{valueWords(field, after, words)}</ins>
    </>
  );
}

function MarkedText({ runs }: { runs: readonly View<'WordRunView'>[] }) {
  return (
    <p className={styles['text']}>
      {runs.map((run, index) => (
        // Runs have no names and never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <Marked key={index} run={run} />
      ))}
    </p>
  );
}

function Marked({ run: { kind, text } }: { run: View<'WordRunView'> }) {
  if (kind === 'removed') return <del className={styles['removed']}>{text}</del>;
  if (kind === 'added') return <ins className={styles['added']}>{text}</ins>;
  return kind === 'gap' ? ' […] ' : text;
}
