import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Chip, type Tone } from '../../../ui/Notice';
import { Prose } from '../../../ui/Prose';
import { type Answer, answerLines, type Question } from './answers';
import styles from './quiz.module.css';

interface ReviewedQuestionProps {
  question: Question;
  number: number;
  all: number;
  answer: Answer | undefined;
  result: View<'QuestionResultView'> | undefined;
}

/** A question with the answer that was given, what it was worth, and what is told about it. */
export function ReviewedQuestion({ question, number, all, answer, result }: ReviewedQuestionProps) {
  const { quiz } = useMessages('learning');
  const format = useFormat();
  const revealed = result?.revealed;
  const isOrdered = question.type === 'ordering';
  return (
    <li className={styles['question']}>
      <div className={styles['top']}>
        <h2>{quiz.question(format.number(number), format.number(all))}</h2>
        {result && (
          <span>
            <Verdict points={result.points} maxPoints={result.maxPoints} />{' '}
            <span className={styles['quiet']}>{quiz.pointsOf(format.number(result.points), result.maxPoints)}</span>
          </span>
        )}
      </div>
      <Prose html={question.promptHtml} />
      <Lines label={quiz.yourAnswer} lines={answerLines(question, answer, quiz)} isOrdered={isOrdered} />
      {revealed && result && result.points < result.maxPoints && (
        <Lines label={quiz.rightAnswer} lines={answerLines(question, revealed.rightAnswer, quiz)} isOrdered={isOrdered} />
      )}
      {revealed?.feedbackHtml.map((html) => (
        <Prose key={html} html={html} />
      ))}
      {revealed?.explanationHtml && <Prose html={revealed.explanationHtml} />}
    </li>
  );
}

function Verdict({ points, maxPoints }: { points: number; maxPoints: number }) {
  const { quiz } = useMessages('learning');
  const [tone, words]: [Tone, string] =
    points >= maxPoints ? ['good', quiz.right] : points > 0 ? ['warn', quiz.partly] : ['bad', quiz.wrong];
  return <Chip tone={tone}>{words}</Chip>;
}

function Lines({ label, lines, isOrdered }: { label: string; lines: readonly string[]; isOrdered: boolean }) {
  const { quiz } = useMessages('learning');
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <div>
      <p className={styles['quiet']}>{label}</p>
      {lines.length === 0 ? (
        <p>{quiz.noAnswer}</p>
      ) : lines.length === 1 ? (
        <p>{lines[0]}</p>
      ) : (
        <List>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </List>
      )}
    </div>
  );
}
