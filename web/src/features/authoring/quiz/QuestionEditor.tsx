import { useMessages } from '../../../i18n';
import { Select } from '../../../ui/fields';
import { Row } from '../../../ui/Form';
import { NumberInput } from '../document/NumberInput';
import { SHORT_COMMANDS } from '../markdown/commands';
import { MarkdownEditor } from '../markdown/MarkdownEditor';
import { newPartId, type Question } from '../types';
import { AnswerFields } from './AnswerFields';
import { asType, QUESTION_TYPES } from './new-question';
import type { PublishingProblem } from './quiz-problems';
import { useWrong } from './use-wrong';

interface QuestionEditorProps {
  question: Question;
  problems: readonly PublishingProblem[];
  onChange: (change: (question: Question) => Question) => void;
}

/** One question with everything it consists of. */
export function QuestionEditor({ question, problems, onChange }: QuestionEditorProps) {
  const { quiz } = useMessages('authoring');
  const wrong = useWrong(problems);
  return (
    <>
      <Row>
        <Select
          label={quiz.type}
          value={question.type}
          onChange={(type) => onChange((now) => asType(now, type, newPartId))}
          choices={QUESTION_TYPES.map((value) => ({ value, label: quiz.types[value] }))}
        />
        <NumberInput
          label={quiz.pointsLabel}
          error={wrong.at('/points')}
          value={question.points}
          min={0}
          max={1_000}
          onChange={(points) => onChange((now) => ({ ...now, points }))}
        />
      </Row>
      <MarkdownEditor
        label={quiz.prompt}
        error={wrong.at('/prompt')}
        size="short"
        commands={SHORT_COMMANDS}
        value={question.prompt}
        maxLength={10_000}
        onChange={(prompt) => onChange((now) => ({ ...now, prompt }))}
      />
      <AnswerFields question={question} wrong={wrong} onChange={onChange} />
      <MarkdownEditor
        label={quiz.explanation}
        hint={quiz.explanationHint}
        size="short"
        commands={SHORT_COMMANDS}
        value={question.explanation}
        maxLength={10_000}
        onChange={(explanation) => onChange((now) => ({ ...now, explanation }))}
      />
    </>
  );
}
