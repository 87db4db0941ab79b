import { useId } from 'react';
import { useMessages } from '../../../i18n';
import { Checkbox, TextField } from '../../../ui/fields';
import { newPartId, type QuestionOf } from '../types';
import type { AnswerFieldsProps } from './AnswerFields';
import { CreditChoice } from './CreditChoice';
import { PartList } from './parts';
import styles from './quiz.module.css';

type Choice = QuestionOf<'single'> | QuestionOf<'multiple'>;
type Option = Choice['options'][number];

export function ChoiceFields({ question, wrong, onChange }: AnswerFieldsProps<Choice>) {
  const { quiz } = useMessages('authoring');
  const group = useId();
  const texts = question.options.map(({ text }) => text);
  const change = (options: (now: Option[]) => Option[]) => onChange((now) => ({ ...now, options: options(now.options) }));
  const mark = (id: string, correct: boolean) =>
    change((now) => now.map((one) => ({ ...one, correct: one.id === id ? correct : one.correct && question.type !== 'single' })));
  return (
    <>
      <PartList
        label={quiz.options}
        hint={question.type === 'single' ? quiz.optionsOne : quiz.optionsSeveral}
        error={wrong.at('/options')}
        parts={question.options}
        name={quiz.option}
        most={50}
        addLabel={quiz.addOption}
        makePart={() => ({ id: newPartId(), text: '', correct: false, feedback: '' })}
        onChange={change}
      >
        {(option, index, set) => (
          <>
            <label className={styles['right']}>
              <input
                type={question.type === 'single' ? 'radio' : 'checkbox'}
                name={group}
                checked={option.correct}
                onChange={({ currentTarget }) => mark(option.id, currentTarget.checked)}
              />
              {option.correct ? quiz.isRight : quiz.isWrong}
              <span className={styles['hidden']}>: {quiz.option(index + 1)}</span>
            </label>
            <TextField
              label={quiz.option(index + 1)}
              error={wrong.atPart('/options', texts, index)}
              value={option.text}
              maxLength={2_000}
              onChange={(text) => set({ text })}
            />
            <TextField
              label={quiz.feedback(quiz.option(index + 1))}
              isOptional
              value={option.feedback}
              maxLength={2_000}
              onChange={(feedback) => set({ feedback })}
            />
          </>
        )}
      </PartList>
      <Checkbox
        label={quiz.shuffleOptions}
        value={question.shuffleOptions}
        onChange={(shuffleOptions) => onChange((now) => ({ ...now, shuffleOptions }))}
      />
      {question.type === 'multiple' && (
        <CreditChoice
          credit={question.credit}
          partial={quiz.partialChoices}
          onChange={(credit) => onChange((now) => ({ ...now, credit }))}
        />
      )}
    </>
  );
}
