import type { Answer, Question, Quiz } from '../src/modules/catalog/index.js';

interface Part {
  id: string;
  text: string;
}

/** A question as a learner meets it. */
export interface AskedQuestion {
  id: string;
  type: string;
  options?: Part[];
  items?: Part[];
  lefts?: Part[];
  rights?: Part[];
}

/** The right answers, from what the author wrote; parts are told by their text, because a learner never sees the author's ids. */
export function rightAnswers(quiz: Quiz, asked: readonly AskedQuestion[]): Record<string, Answer> {
  const questions = new Map(quiz.pools.flatMap(({ questions: members }) => members).map((question) => [question.id, question]));
  return Object.fromEntries(
    asked.map((one) => {
      const question = questions.get(one.id);
      if (!question) throw new Error(`The quiz has no question ${one.id}`);
      return [one.id, rightAnswer(question, one)];
    }),
  );
}

function rightAnswer(question: Question, asked: AskedQuestion): Answer {
  switch (question.type) {
    case 'single':
      return { type: 'single', optionId: named(asked.options, question.options.find(({ correct }) => correct)?.text) };
    case 'multiple':
      return {
        type: 'multiple',
        optionIds: question.options.filter(({ correct }) => correct).map(({ text }) => named(asked.options, text)),
      };
    case 'true-false':
      return { type: 'true-false', value: question.answer };
    case 'short-text':
      return { type: 'short-text', text: question.accepted[0] ?? '' };
    case 'numeric':
      return { type: 'numeric', value: question.answer };
    case 'ordering':
      return { type: 'ordering', itemIds: question.items.map(({ text }) => named(asked.items, text)) };
    case 'matching':
      return {
        type: 'matching',
        matches: Object.fromEntries(
          question.pairs.map(({ left, right }) => [named(asked.lefts, left), named(asked.rights, right)]),
        ),
      };
  }
}

function named(parts: readonly Part[] | undefined, text: string | undefined): string {
  const part = parts?.find((one) => one.text === text);
  if (!part) throw new Error(`The learner was not offered “${text}”`);
  return part.id;
}
