import type { View } from '../../../api/client';

export type Attempt = View<'QuizAttemptView'>;
export type Question = Attempt['questions'][number];
export type Answers = Attempt['answers'];
export type Answer = Answers[string];

export interface AnswerWords {
  true: string;
  false: string;
  leftTo: (left: string, right: string) => string;
}

/** Whether there is something to score: a half-done answer is one. */
export function isAnswered(answer: Answer | undefined): boolean {
  switch (answer?.type) {
    case undefined:
      return false;
    case 'multiple':
      return answer.optionIds.length > 0;
    case 'short-text':
      return answer.text.trim() !== '';
    case 'ordering':
      return answer.itemIds.length > 0;
    case 'matching':
      return Object.keys(answer.matches).length > 0;
    default:
      return true;
  }
}

/** The numbers, from 1, of the questions without an answer. */
export function unanswered({ questions }: Pick<Attempt, 'questions'>, answers: Answers): number[] {
  return questions.flatMap(({ id }, index) => (isAnswered(answers[id]) ? [] : [index + 1]));
}

/** The items in the order chosen so far; those that were not ordered yet stand behind as they were shown. */
export function ordered<Item extends { id: string }>(items: readonly Item[], itemIds: readonly string[]): Item[] {
  const place = new Map(itemIds.map((id, index) => [id, index]));
  return items.toSorted((a, b) => (place.get(a.id) ?? items.length) - (place.get(b.id) ?? items.length));
}

/** An answer in the words of its question, one line for each part. */
export function answerLines(question: Question, answer: Answer | undefined, words: AnswerWords): string[] {
  if (!answer || !isAnswered(answer)) return [];
  switch (answer.type) {
    case 'single':
      return texts(question, [answer.optionId]);
    case 'multiple':
      return texts(question, answer.optionIds);
    case 'true-false':
      return [answer.value ? words.true : words.false];
    case 'short-text':
      return [answer.text];
    case 'numeric':
      return [`${answer.value} ${'unit' in question ? question.unit : ''}`.trim()];
    case 'ordering':
      return texts(question, answer.itemIds);
    case 'matching':
      return Object.entries(answer.matches).map(([left, right]) => {
        const [from = '', to = ''] = texts(question, [left, right]);
        return words.leftTo(from, to);
      });
  }
}

function texts(question: Question, ids: readonly string[]): string[] {
  const parts = [
    ...('options' in question ? question.options : []),
    ...('items' in question ? question.items : []),
    ...('lefts' in question ? [...question.lefts, ...question.rights] : []),
  ];
  const known = new Map(parts.map(({ id, text }) => [id, text]));
  return ids.flatMap((id) => known.get(id) ?? []);
}
