import { Flag } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { type Answers, isAnswered, type Question } from './answers';
import styles from './quiz.module.css';

interface NavigatorProps {
  questions: readonly Question[];
  answers: Answers;
  flags: readonly string[];
}

/** The questions by number: what is answered and flagged, and the way to each. */
export function Navigator({ questions, answers, flags }: NavigatorProps) {
  const { quiz } = useMessages('learning');
  return (
    <nav aria-label={quiz.navigator}>
      <ul className={styles['numbers']}>
        {questions.map(({ id }, index) => {
          const states = [isAnswered(answers[id]) ? quiz.answered : quiz.unanswered, flags.includes(id) ? quiz.flagged : ''];
          const label = `${index + 1}: ${states.filter(Boolean).join(', ')}`;
          return (
            <li key={id}>
              <button
                type="button"
                aria-label={label}
                className={styles['number']}
                data-answered={isAnswered(answers[id])}
                onClick={() => document.getElementById(`question-${id}`)?.focus()}
              >
                {index + 1}
                {flags.includes(id) && <Flag aria-hidden />}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
