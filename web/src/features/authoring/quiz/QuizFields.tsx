import { Copy, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Select } from '../../../ui/fields';
import { Card } from '../../../ui/Page';
import { tell } from '../../../ui/toast';
import type { BodyFieldsProps } from '../bodies/PageFields';
import { newPartId, type Quiz, type QuizBody } from '../types';
import { copyOf, newPool, newQuestion } from './new-question';
import { PoolSection } from './PoolSection';
import { QuestionEditor } from './QuestionEditor';
import { QuestionPreview } from './QuestionPreview';
import { addQuestion, changePool, changeQuestion, moveToPool, placeOf, pointsOf, removePool, removeQuestion } from './quiz-edits';
import { problemsOfQuestion, type PublishingProblem } from './quiz-problems';
import { QuizSettings } from './QuizSettings';
import styles from './quiz.module.css';
import { useWrong } from './use-wrong';

interface QuizFieldsProps extends BodyFieldsProps<QuizBody> {
  problems: readonly PublishingProblem[];
}

/** All questions on the left, the chosen one with its preview on the right, and how the quiz is taken below. */
export function QuizFields({ body: { quiz }, problems, onChange }: QuizFieldsProps) {
  const { quiz: messages } = useMessages('authoring');
  const [chosen, setChosen] = useState<string | null>(null);
  const wrong = useWrong(problems);
  const change = (edit: (now: Quiz) => Quiz) => onChange((body) => ({ ...body, quiz: edit(body.quiz) }));
  const pools = quiz.pools.length === 0 ? [emptyPool] : quiz.pools;
  const place = (chosen && placeOf(quiz, chosen)) || firstPlace(quiz);
  const question = place && quiz.pools[place.pool]?.questions[place.question];
  const points = pointsOf(quiz);

  const add = (pool: number, made: ReturnType<typeof newQuestion>, at?: number) => {
    change((now) => addQuestion(now, made, { pool, ...(at === undefined ? {} : { question: at }) }, emptyPool));
    setChosen(made.id);
  };
  const firsts = pools.map((_, index) => 1 + pools.slice(0, index).reduce((sum, { questions }) => sum + questions.length, 0));
  return (
    <>
      <div className={styles['sides']}>
        <div className={styles['column']}>
          {pools.map((pool, index) => (
            <PoolSection
              key={pool.id}
              pool={pool}
              number={index + 1}
              isOnly={pools.length === 1}
              first={firsts[index] ?? 1}
              selectedId={question?.id ?? null}
              problems={pool.questions.map((_, position) => problemsOfQuestion(problems, index, position).length)}
              error={wrong.at(`/body/quiz/pools/${index}`) ?? wrong.at(`/body/quiz/pools/${index}/draw`)}
              onSelect={setChosen}
              onAdd={(type) => add(index, newQuestion(type, newPartId))}
              onChange={(edit) => change((now) => changePool(now, pool.id, edit))}
              onRemove={() => {
                change((now) => removePool(now, pool.id));
                const undo = () => change((now) => ({ ...now, pools: now.pools.toSpliced(index, 0, pool) }));
                tell(messages.poolRemoved, { label: messages.undo, run: undo });
              }}
            />
          ))}
          {quiz.pools.length > 0 && quiz.pools.length < 20 && (
            <div>
              <Button
                look="quiet"
                icon={<Plus aria-hidden />}
                onPress={() => change((now) => ({ ...now, pools: [...now.pools, newPool(newPartId)] }))}
              >
                {messages.addPool}
              </Button>
              <p className={styles['hint']}>{messages.poolHint}</p>
            </div>
          )}
          <p className={styles['about']}>{messages.total(points.least, points.most)}</p>
        </div>
        {question && place && (
          <Card
            title={messages.question((firsts[place.pool] ?? 1) + place.question)}
            actions={
              <>
                <Button
                  look="quiet"
                  icon={<Copy aria-hidden />}
                  onPress={() => add(place.pool, copyOf(question, newPartId), place.question + 1)}
                >
                  {messages.duplicate}
                </Button>
                <Button
                  look="quiet"
                  icon={<Trash2 aria-hidden />}
                  onPress={() => {
                    change((now) => removeQuestion(now, question.id));
                    const undo = () => change((now) => addQuestion(now, question, place, emptyPool));
                    tell(messages.questionRemoved, { label: messages.undo, run: undo });
                  }}
                >
                  {messages.removeQuestion}
                </Button>
              </>
            }
          >
            <div className={styles['work']} key={question.id}>
              <div className={styles['column']}>
                {pools.length > 1 && (
                  <Select
                    label={messages.inPool}
                    value={pools[place.pool]?.id ?? ''}
                    onChange={(poolId) => change((now) => moveToPool(now, question.id, poolId))}
                    choices={pools.map(({ id }, index) => ({ value: id, label: messages.pool(index + 1) }))}
                  />
                )}
                <QuestionEditor
                  question={question}
                  problems={problemsOfQuestion(problems, place.pool, place.question)}
                  onChange={(edit) => change((now) => changeQuestion(now, question.id, edit))}
                />
              </div>
              <QuestionPreview question={question} reveal={quiz.reveal !== 'never'} />
            </div>
          </Card>
        )}
      </div>
      <QuizSettings quiz={quiz} problems={problems} onChange={change} />
    </>
  );
}

/** What a quiz without pools begins with. */
const emptyPool = newPool(newPartId);

function firstPlace(quiz: Quiz) {
  const pool = quiz.pools.findIndex(({ questions }) => questions.length > 0);
  return pool < 0 ? null : { pool, question: 0 };
}
