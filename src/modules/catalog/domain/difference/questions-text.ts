import type { Question, QuestionPool } from '../quiz.js';

/** The questions of a quiz with their answers as one text, to compare by eye. ✓ marks what is right. */
export function questionsText(pools: readonly QuestionPool[]): string {
  return pools.flatMap(({ questions }) => questions.map(questionText)).join('\n\n');
}

function questionText(question: Question): string {
  const { prompt, points, explanation } = question;
  return [`${prompt} (${points})`, ...answerLines(question), explanation].filter((line) => line.trim() !== '').join('\n');
}

function answerLines(question: Question): string[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map(({ text, correct, feedback }) => marked(correct, feedback ? `${text} · ${feedback}` : text));
    case 'true-false':
      return [marked(true, String(question.answer))];
    case 'short-text':
      return question.accepted.map((text) => marked(true, text));
    case 'numeric':
      return [marked(true, `${question.answer} ± ${question.tolerance} ${question.unit}`.trim())];
    case 'ordering':
      return question.items.map(({ text }, index) => `${index + 1}. ${text}`);
    case 'matching':
      return [
        ...question.pairs.map(({ left, right }) => `${left} → ${right}`),
        ...question.distractors.map(({ text }) => marked(false, text)),
      ];
  }
}

function marked(isRight: boolean, text: string): string {
  return `${isRight ? '✓' : '–'} ${text}`;
}
