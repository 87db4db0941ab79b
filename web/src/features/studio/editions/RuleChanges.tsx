import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip, type Tone } from '../../../ui/Notice';
import { Card } from '../../../ui/Page';
import { inWords } from '../rules/sequence-words';
import styles from './editions.module.css';
import { valueWords } from './value-words';

type Comparison = View<'EditionComparisonView'>;
type Rule = Comparison['rules'][number];

const TONES: Record<Rule['strictness'], Tone> = { stricter: 'warn', looser: 'good', other: 'plain' };
const FIELDS: Partial<Record<Rule['key'], string>> = { pass_mark: 'passMark', quiz_time: 'timeLimitSeconds' };

/** What the later rules ask for that the earlier ones do not, and the other way round. */
export function RuleChanges({ comparison: { rules, sequence, courseTitles, strictness } }: { comparison: Comparison }) {
  const studio = useMessages('studio');
  const common = useMessages('common');
  const format = useFormat();
  const { editions: texts, rules: ruleTexts } = studio;
  if (strictness === null) return null;
  const speech = { words: ruleTexts.words, titles: new Map(courseTitles.map(({ id, title }) => [id, title])), format };
  const value = (key: Rule['key'], number: number | null) =>
    valueWords(FIELDS[key] ?? '', number === null ? null : String(number), { studio, common, format });
  return (
    <Card title={texts.rulesTitle}>
      <p>{texts.strictness[strictness]}</p>
      <ul className={styles['rules']}>
        {rules.map(({ key, strictness: own, title, before, after }) => (
          <li key={`${key} ${title ?? ''} ${own}`} className={styles['item']}>
            <Chip tone={TONES[own]}>{texts.strictnessShort[own]}</Chip>
            <span>{texts.rule[key](title ?? '', value(key, before), value(key, after), own)}</span>
          </li>
        ))}
      </ul>
      {sequence && (
        <dl className={styles['fields']}>
          <div>
            <dt>{texts.ruleBefore}</dt>
            <dd>{inWords(sequence.before, speech)}</dd>
          </div>
          <div>
            <dt>{texts.ruleAfter}</dt>
            <dd>{inWords(sequence.after, speech)}</dd>
          </div>
        </dl>
      )}
    </Card>
  );
}
