import { GripVertical } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useMessages } from '../../../i18n';
import { Chip } from '../../../ui/Notice';
import type { Pool } from '../types';
import { placeQuestions } from './quiz-edits';
import { shortPrompt } from './quiz-problems';
import styles from './quiz.module.css';

interface QuestionListProps {
  label: string;
  pool: Pool;
  /** The number of the first question, counted through all pools. */
  first: number;
  selectedId: string | null;
  /** How many things are wrong with each. */
  problems: readonly number[];
  onSelect: (questionId: string) => void;
  onChange: (change: (pool: Pool) => Pool) => void;
}

/** The questions of a pool: the arrows choose one, and the handle of each moves it by mouse, finger or keyboard. */
export function QuestionList({ label, pool, first, selectedId, problems, onSelect, onChange }: QuestionListProps) {
  const { quiz, fields } = useMessages('authoring');
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => {
      if (target.dropPosition === 'on') return;
      const ids = new Set([...keys].map(String));
      const where = target.dropPosition;
      onChange((now) => placeQuestions(now, ids, String(target.key), where));
    },
  });
  return (
    <GridList
      aria-label={label}
      className={styles['questions']}
      items={pool.questions.map((question, index) => ({ ...question, number: first + index, wrong: problems[index] ?? 0 }))}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selectedId === null ? [] : [selectedId]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) onSelect(String(key));
      }}
      dragAndDropHooks={dragAndDropHooks}
    >
      {(question) => {
        const name = `${question.number}. ${shortPrompt(question, 60) || quiz.untitled}`;
        return (
          <GridListItem id={question.id} textValue={name} className={styles['row']}>
            <Button slot="drag" className={styles['grip']} aria-label={fields.drag(name)}>
              <GripVertical aria-hidden />
            </Button>
            <span className={styles['name']}>
              {name}
              <span className={styles['about']}>
                {quiz.types[question.type]} · {quiz.points(question.points)}
              </span>
            </span>
            {question.wrong > 0 && <Chip tone="warn">{quiz.wrong(question.wrong)}</Chip>}
          </GridListItem>
        );
      }}
    </GridList>
  );
}
