import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Actions } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { type Answers, answerLines, type Attempt } from './answers';

interface AnswersConflictProps {
  attempt: Attempt;
  theirs: Answers;
  choose: (which: 'mine' | 'theirs') => void;
}

/** The attempt was answered in another window too: both are there, one is to stand. */
export function AnswersConflict({ attempt, theirs, choose }: AnswersConflictProps) {
  const { quiz } = useMessages('learning');
  const { conflict } = useMessages('common');
  return (
    <Notice tone="warn" title={conflict.title}>
      <p>{conflict.explain}</p>
      <p>{conflict.theirsSays}:</p>
      <ol>
        {attempt.questions.map((question) => (
          <li key={question.id}>{answerLines(question, theirs[question.id], quiz).join(', ') || quiz.noAnswer}</li>
        ))}
      </ol>
      <Actions>
        <Button look="primary" onPress={() => choose('mine')}>
          {conflict.mine}
        </Button>
        <Button onPress={() => choose('theirs')}>{conflict.theirs}</Button>
      </Actions>
    </Notice>
  );
}
