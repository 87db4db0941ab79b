import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Select } from '../../../ui/fields';
import { EmptyState } from '../../../ui/Page';
import { LimitInput } from '../document/NumberInput';
import { type Pool, type QuestionType } from '../types';
import { QUESTION_TYPES } from './new-question';
import { QuestionList } from './QuestionList';
import styles from './quiz.module.css';

interface PoolSectionProps {
  pool: Pool;
  /** Counted from 1. */
  number: number;
  /** Only a quiz with several pools speaks of pools. */
  isOnly: boolean;
  first: number;
  selectedId: string | null;
  problems: readonly number[];
  error: string | undefined;
  onSelect: (questionId: string) => void;
  onAdd: (type: QuestionType) => void;
  onChange: (change: (pool: Pool) => Pool) => void;
  onRemove: () => void;
}

export function PoolSection(props: PoolSectionProps) {
  const { pool, number, isOnly, first, selectedId, problems, error, onSelect, onAdd, onChange, onRemove } = props;
  const { quiz, fields } = useMessages('authoring');
  const [type, setType] = useState<QuestionType>('single');
  const name = isOnly ? quiz.questions : quiz.pool(number);
  return (
    <section className={styles['pool']} aria-label={name}>
      <div className={styles['top']}>
        <h3>{name}</h3>
        {!isOnly && <Button look="quiet" icon={<Trash2 aria-hidden />} aria-label={fields.removeOne(name)} onPress={onRemove} />}
      </div>
      {error && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
      {pool.questions.length === 0 ? (
        <EmptyState title={quiz.noQuestions}>{quiz.noQuestionsHint}</EmptyState>
      ) : (
        <QuestionList
          label={name}
          pool={pool}
          first={first}
          selectedId={selectedId}
          problems={problems}
          onSelect={onSelect}
          onChange={onChange}
        />
      )}
      <div className={styles['add']}>
        <Select
          label={quiz.addType}
          value={type}
          onChange={setType}
          choices={QUESTION_TYPES.map((value) => ({ value, label: quiz.types[value] }))}
        />
        <Button icon={<Plus aria-hidden />} onPress={() => onAdd(type)}>
          {quiz.addQuestion}
        </Button>
      </div>
      {(pool.questions.length > 1 || pool.draw !== null) && (
        <LimitInput
          label={quiz.draw}
          unlimited={quiz.drawAll}
          value={pool.draw}
          first={Math.max(1, pool.questions.length - 1)}
          min={1}
          max={Math.max(1, pool.questions.length)}
          isWhole
          onChange={(draw) => onChange((now) => ({ ...now, draw }))}
        />
      )}
    </section>
  );
}
