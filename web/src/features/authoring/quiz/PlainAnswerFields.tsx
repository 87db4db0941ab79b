import { useMessages } from '../../../i18n';
import { Checkbox, RadioGroup, TextField } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { NumberInput } from '../document/NumberInput';
import { TextListInput } from '../document/TextListInput';
import type { QuestionOf } from '../types';
import type { AnswerFieldsProps } from './AnswerFields';
import styles from './quiz.module.css';

export function TrueFalseFields({ question, onChange }: AnswerFieldsProps<QuestionOf<'true-false'>>) {
  const { quiz } = useMessages('authoring');
  return (
    <>
      <RadioGroup
        label={quiz.rightAnswer}
        name="answer"
        value={question.answer ? 'true' : 'false'}
        onChange={(answer) => onChange((now) => ({ ...now, answer: answer === 'true' }))}
        choices={[
          { value: 'true', label: quiz.true },
          { value: 'false', label: quiz.false },
        ]}
      />
      <Row>
        <TextField
          label={quiz.feedback(quiz.true)}
          isOptional
          value={question.feedbackTrue}
          maxLength={2_000}
          onChange={(feedbackTrue) => onChange((now) => ({ ...now, feedbackTrue }))}
        />
        <TextField
          label={quiz.feedback(quiz.false)}
          isOptional
          value={question.feedbackFalse}
          maxLength={2_000}
          onChange={(feedbackFalse) => onChange((now) => ({ ...now, feedbackFalse }))}
        />
      </Row>
    </>
  );
}

export function ShortTextFields({ question, wrong, onChange }: AnswerFieldsProps<QuestionOf<'short-text'>>) {
  const { quiz } = useMessages('authoring');
  const error = wrong.at('/accepted');
  return (
    <>
      <TextListInput
        label={quiz.accepted}
        hint={quiz.acceptedHint}
        itemLabel={quiz.acceptedOne}
        addLabel={quiz.addAccepted}
        values={question.accepted}
        most={50}
        maxLength={500}
        onChange={(accepted) => onChange((now) => ({ ...now, accepted }))}
      />
      {error && (
        <p className={styles['error']} role="alert">
          {error}
        </p>
      )}
      <Checkbox
        label={quiz.caseSensitive}
        value={question.caseSensitive}
        onChange={(caseSensitive) => onChange((now) => ({ ...now, caseSensitive }))}
      />
    </>
  );
}

export function NumericFields({ question, wrong, onChange }: AnswerFieldsProps<QuestionOf<'numeric'>>) {
  const { quiz } = useMessages('authoring');
  return (
    <Row>
      <NumberInput
        label={quiz.rightAnswer}
        error={wrong.at('/answer')}
        value={question.answer}
        min={-1e15}
        max={1e15}
        onChange={(answer) => onChange((now) => ({ ...now, answer }))}
      />
      <NumberInput
        label={quiz.tolerance}
        hint={quiz.toleranceHint(question.answer - question.tolerance, question.answer + question.tolerance)}
        error={wrong.at('/tolerance')}
        value={question.tolerance}
        min={0}
        max={1e15}
        onChange={(tolerance) => onChange((now) => ({ ...now, tolerance }))}
      />
      <TextField
        label={quiz.unit}
        isOptional
        value={question.unit}
        maxLength={50}
        onChange={(unit) => onChange((now) => ({ ...now, unit }))}
      />
    </Row>
  );
}
