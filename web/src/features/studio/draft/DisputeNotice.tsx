import { useMessages } from '../../../i18n';
import type { Dispute, Field } from './use-draft';
import { Overtaken } from '../../../ui/Overtaken';
import styles from './draft.module.css';

interface Props<Key extends Field> {
  dispute: Dispute<Key> | null;
  /** A field's value in words; by default as it is written. */
  say?: (field: Key, theirs: Dispute<Key>['theirs']) => string | undefined;
  onSettle: (whose: 'mine' | 'theirs') => void;
}

/** Theirs beside the form, field by field, while mine stands in it. */
export function DisputeNotice<Key extends Field>({ dispute, say, onSettle }: Props<Key>) {
  const { fields } = useMessages('studio');
  if (!dispute) return null;
  const theirs = (
    <dl className={styles['theirs']}>
      {dispute.fields.map((field) => (
        <div key={field}>
          <dt>{fields[field as keyof typeof fields] ?? field}</dt>
          <dd>{say?.(field, dispute.theirs) ?? inWords(dispute.theirs[field])}</dd>
        </div>
      ))}
    </dl>
  );
  return <Overtaken theirs={theirs} onMine={() => onSettle('mine')} onTheirs={() => onSettle('theirs')} />;
}

/** The words in a value, whatever holds them. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).filter(Boolean).join(' · ');
  if (typeof value === 'object' && value !== null) return inWords(Object.values(value));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
