import { useId, useState } from 'react';
import { useMessages } from '../../../i18n';
import { Checkbox } from '../../../ui/fields';
import { Preview } from '../markdown/Preview';
import type { Question } from '../types';
import styles from './quiz.module.css';

/** The question as a learner meets it; what is chosen here is not kept. */
export function QuestionPreview({ question, reveal }: { question: Question; reveal: boolean }) {
  const { quiz } = useMessages('authoring');
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <section className={styles['preview']} aria-labelledby={id}>
      <h3 id={id}>{quiz.preview}</h3>
      <Preview text={{ markdown: question.prompt, assets: {}, activityId: null }} />
      <fieldset className={styles['parts']}>
        <legend className={styles['hidden']}>{quiz.yourAnswer}</legend>
        <AnswerPreview key={`${question.id} ${question.type}`} question={question} revealed={shown} />
      </fieldset>
      <p className={styles['about']}>{quiz.points(question.points)}</p>
      {reveal && <Checkbox label={quiz.showAfterwards} value={shown} onChange={setShown} />}
      {shown && question.explanation !== '' && (
        <Preview text={{ markdown: question.explanation, assets: {}, activityId: null }} />
      )}
    </section>
  );
}

function AnswerPreview({ question, revealed }: { question: Question; revealed: boolean }) {
  const { quiz } = useMessages('authoring');
  const name = useId();
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map((option) => (
        <Choice key={option.id} type={question.type === 'single' ? 'radio' : 'checkbox'} name={name} text={option.text}>
          {revealed && <Result isRight={option.correct} feedback={option.feedback} />}
        </Choice>
      ));
    case 'true-false':
      return [true, false].map((value) => (
        <Choice key={String(value)} type="radio" name={name} text={value ? quiz.true : quiz.false}>
          {revealed && (
            <Result isRight={value === question.answer} feedback={value ? question.feedbackTrue : question.feedbackFalse} />
          )}
        </Choice>
      ));
    case 'short-text':
      return (
        <>
          <input type="text" aria-label={quiz.yourAnswer} className={styles['answer']} />
          {revealed && <p className={styles['result']}>{quiz.rightIs(question.accepted.filter(Boolean).join(' · '))}</p>}
        </>
      );
    case 'numeric':
      return (
        <>
          <span className={styles['number']}>
            <input type="number" step="any" aria-label={quiz.yourAnswer} className={styles['answer']} />
            {question.unit}
          </span>
          {revealed && <p className={styles['result']}>{quiz.rightIs(`${question.answer} ${question.unit}`.trim())}</p>}
        </>
      );
    case 'ordering':
      return (
        <ol className={styles['list']}>
          {(revealed ? question.items : byText(question.items)).map(({ id, text }) => (
            <li key={id} className={styles['card']}>
              {text || quiz.noText}
            </li>
          ))}
        </ol>
      );
    case 'matching':
      return question.pairs.map(({ id, left, right }) => (
        <label key={id} className={styles['match']}>
          {left || quiz.noText}
          <select className={styles['answer']} {...(revealed ? { value: id, onChange: () => undefined } : {})}>
            {!revealed && <option value="">{quiz.choose}</option>}
            {byText([...question.pairs.map((one) => ({ id: one.id, text: one.right })), ...question.distractors]).map((one) => (
              <option key={one.id} value={one.id}>
                {one.id === id && revealed ? right : one.text || quiz.noText}
              </option>
            ))}
          </select>
        </label>
      ));
  }
}

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  text: string;
  children: React.ReactNode;
}

function Choice({ type, name, text, children }: ChoiceProps) {
  const { quiz } = useMessages('authoring');
  return (
    <div>
      <label className={styles['choice']}>
        <input type={type} name={name} /> {text || quiz.noText}
      </label>
      {children}
    </div>
  );
}

function Result({ isRight, feedback }: { isRight: boolean; feedback: string }) {
  const { quiz } = useMessages('authoring');
  return (
    <p className={styles['result']}>
      <strong>{isRight ? quiz.isRight : quiz.isWrong}</strong> {feedback}
    </p>
  );
}

/** An order that gives nothing away and does not jump while one types elsewhere. */
function byText<Part extends { text: string }>(parts: readonly Part[]): Part[] {
  return [...parts].sort((a, b) => a.text.localeCompare(b.text));
}
