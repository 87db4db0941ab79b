import { Flag } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Prose } from '../../../ui/Prose';
import { AnswerField } from './AnswerField';
import type { Answer, Question } from './answers';
import styles from './quiz.module.css';

interface QuestionSheetProps {
  question: Question;
  /** From 1, of `all`. */
  number: number;
  all: number;
  answer: Answer | undefined;
  isFlagged: boolean;
  onAnswer: (questionId: string, answer: Answer | null) => void;
  onFlag: (questionId: string) => void;
}

/** One question with its answer. */
export function QuestionSheet({ question, number, all, answer, isFlagged, onAnswer, onFlag }: QuestionSheetProps) {
  const { quiz } = useMessages('learning');
  const format = useFormat();
  const { id, promptHtml, points } = question;
  return (
    <li className={styles['question']}>
      <div className={styles['top']}>
        <h2 id={`question-${id}`} tabIndex={-1}>
          {quiz.question(format.number(number), format.number(all))}
        </h2>
        <span className={styles['quiet']}>{quiz.points(points)}</span>
        <Button look="quiet" icon={<Flag aria-hidden />} aria-pressed={isFlagged} onPress={() => onFlag(id)}>
          {isFlagged ? quiz.unflag : quiz.flag}
        </Button>
      </div>
      <div id={`prompt-${id}`}>
        <Prose html={promptHtml} />
      </div>
      <AnswerField question={question} answer={answer} onAnswer={(given) => onAnswer(id, given)} />
    </li>
  );
}
