import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import styles from './quiz.module.css';

interface MatchingFieldProps {
  question: View<'MatchingQuestionView'>;
  matches: Readonly<Record<string, string>>;
  onMatch: (matches: Record<string, string>) => void;
}

/** A partner for each on the left. */
export function MatchingField({ question: { lefts, rights }, matches, onMatch }: MatchingFieldProps) {
  const { quiz } = useMessages('learning');
  const choices = [{ value: '', label: quiz.choose }, ...rights.map(({ id, text }) => ({ value: id, label: text }))];
  const match = (left: string, right: string) => {
    const { [left]: _, ...others } = matches;
    onMatch(right === '' ? others : { ...others, [left]: right });
  };
  return (
    <fieldset className={styles['group']}>
      <legend>{quiz.match}</legend>
      {lefts.map(({ id, text }) => (
        <Select key={id} label={text} value={matches[id] ?? ''} choices={choices} onChange={(right) => match(id, right)} />
      ))}
    </fieldset>
  );
}
