import { useMessages } from '../../../i18n';
import { RadioGroup, TextField } from '../../../ui/fields';
import type { Answer, Question } from './answers';
import { MatchingField } from './MatchingField';
import { MultipleField } from './MultipleField';
import { NumericField } from './NumericField';
import { OrderingField } from './OrderingField';

interface AnswerFieldProps {
  question: Question;
  answer: Answer | undefined;
  onAnswer: (answer: Answer | null) => void;
}

const LONGEST_TEXT = 2_000;

/** The way to answer that suits the kind of question. */
export function AnswerField({ question, answer, onAnswer }: AnswerFieldProps) {
  const { quiz } = useMessages('learning');
  switch (question.type) {
    case 'single':
      return (
        <RadioGroup
          label={quiz.chooseOne}
          name={question.id}
          value={answer?.type === 'single' ? answer.optionId : null}
          onChange={(optionId) => onAnswer({ type: 'single', optionId })}
          choices={question.options.map(({ id, text }) => ({ value: id, label: text }))}
        />
      );
    case 'true-false':
      return (
        <RadioGroup
          label={quiz.chooseOne}
          name={question.id}
          value={answer?.type === 'true-false' ? (String(answer.value) as 'true' | 'false') : null}
          onChange={(value) => onAnswer({ type: 'true-false', value: value === 'true' })}
          choices={[
            { value: 'true', label: quiz.true },
            { value: 'false', label: quiz.false },
          ]}
        />
      );
    case 'multiple':
      return (
        <MultipleField
          question={question}
          chosen={answer?.type === 'multiple' ? answer.optionIds : []}
          onChoose={(optionIds) => onAnswer(optionIds.length > 0 ? { type: 'multiple', optionIds } : null)}
        />
      );
    case 'short-text':
      return (
        <TextField
          label={quiz.yourAnswer}
          value={answer?.type === 'short-text' ? answer.text : ''}
          maxLength={LONGEST_TEXT}
          autoComplete="off"
          aria-describedby={`prompt-${question.id}`}
          onChange={(text) => onAnswer(text === '' ? null : { type: 'short-text', text })}
        />
      );
    case 'numeric':
      return (
        <NumericField
          unit={question.unit}
          value={answer?.type === 'numeric' ? answer.value : null}
          onChange={(value) => onAnswer(value === null ? null : { type: 'numeric', value })}
        />
      );
    case 'ordering':
      return (
        <OrderingField
          items={question.items}
          itemIds={answer?.type === 'ordering' ? answer.itemIds : []}
          onOrder={(itemIds) => onAnswer({ type: 'ordering', itemIds })}
        />
      );
    case 'matching':
      return (
        <MatchingField
          question={question}
          matches={answer?.type === 'matching' ? answer.matches : {}}
          onMatch={(matches) => onAnswer(Object.keys(matches).length > 0 ? { type: 'matching', matches } : null)}
        />
      );
  }
}
