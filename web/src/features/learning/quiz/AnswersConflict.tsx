import { useMessages } from '../../../i18n';
import { Overtaken } from '../../../ui/Overtaken';
import { type Answers, answerLines, type Attempt } from './answers';

interface AnswersConflictProps {
  attempt: Attempt;
  theirs: Answers;
  choose: (which: 'mine' | 'theirs') => void;
}

/** The attempt was answered in another window too: both are there, one is to stand. */
export function AnswersConflict({ attempt, theirs, choose }: AnswersConflictProps) {
  const { quiz } = useMessages('learning');
  const what = (
    <ol>
      {attempt.questions.map((question) => (
        <li key={question.id}>{answerLines(question, theirs[question.id], quiz).join(', ') || quiz.noAnswer}</li>
      ))}
    </ol>
  );
  return <Overtaken isOwn theirs={what} onMine={() => choose('mine')} onTheirs={() => choose('theirs')} />;
}
