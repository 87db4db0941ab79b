import type { Question } from '../types';
import { ChoiceFields } from './ChoiceFields';
import { MatchingFields } from './MatchingFields';
import { OrderingFields } from './OrderingFields';
import { NumericFields, ShortTextFields, TrueFalseFields } from './PlainAnswerFields';
import type { Wrong } from './use-wrong';

export interface AnswerFieldsProps<Kind extends Question = Question> {
  question: Kind;
  wrong: Wrong;
  onChange: (change: (question: Kind) => Kind) => void;
}

/** What is right, by the kind of question. */
export function AnswerFields({ question, wrong, onChange }: AnswerFieldsProps) {
  // The change of one kind is applied to the question while it is of that kind.
  const only =
    <Kind extends Question>(type: Kind['type']) =>
    (change: (now: Kind) => Kind) =>
      onChange((now) => (now.type === type ? change(now as Kind) : now));
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <ChoiceFields question={question} wrong={wrong} onChange={only<typeof question>(question.type)} />;
    case 'true-false':
      return <TrueFalseFields question={question} wrong={wrong} onChange={only<typeof question>(question.type)} />;
    case 'short-text':
      return <ShortTextFields question={question} wrong={wrong} onChange={only<typeof question>(question.type)} />;
    case 'numeric':
      return <NumericFields question={question} wrong={wrong} onChange={only<typeof question>(question.type)} />;
    case 'ordering':
      return <OrderingFields question={question} wrong={wrong} onChange={only<typeof question>(question.type)} />;
    case 'matching':
      return <MatchingFields question={question} wrong={wrong} onChange={only<typeof question>(question.type)} />;
  }
}
