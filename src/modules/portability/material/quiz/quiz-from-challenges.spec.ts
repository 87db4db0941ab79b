import { describe, expect, it } from '@jest/globals';
import type { Quiz } from '../../../catalog/index.js';
import type { ReportCode } from '../package.js';
import { quizFromChallenges } from './quiz-from-challenges.js';

const OPTIONS = '1. `ls`\n2. ```bash\n   $ pwd\n   ```\n3. Both of them,\n  one by one';

function quizOf(question: string, solution: string): { quiz: Quiz | null; notes: ReportCode[] } {
  const notes: ReportCode[] = [];
  const quiz = quizFromChallenges(
    [{ title: 'Where am I?', line: 7, parts: [{ question, solution }] }],
    (code) => void notes.push(code),
  );
  return { quiz, notes };
}

describe('a challenge with options and a stated answer', () => {
  it('becomes a question that keeps the order, the code and the explanation', () => {
    const { quiz } = quizOf(`Which one prints the folder?\n\n${OPTIONS}\n\nThink.`, 'The answer is 2.\n\n`pwd` prints it.');
    const [question] = quiz?.pools[0]?.questions ?? [];
    expect(question).toMatchObject({
      type: 'single',
      prompt: '**Where am I?**\n\nWhich one prints the folder?\n\nThink.',
      explanation: 'The answer is 2.\n\n`pwd` prints it.',
      shuffleOptions: false,
      options: [
        { text: '`ls`', correct: false },
        { text: '```bash\n$ pwd\n```', correct: true },
        { text: 'Both of them,\none by one', correct: false },
      ],
    });
  });

  it('does not give away that only one is right where the author left that open', () => {
    const { quiz } = quizOf(`Which command(s) work?\n\n${OPTIONS}`, 'The answer is 2.');
    expect(quiz?.pools[0]?.questions[0]?.type).toBe('multiple');
  });

  it('gives the same ids when it is read again', () => {
    const read = (): Quiz | null => quizOf(`Which?\n\n${OPTIONS}`, 'The answer is 2.').quiz;
    expect(read()).toEqual(read());
  });
});

describe('a challenge without', () => {
  it.each([
    ['options', 'Which folder are you in?'],
    ['a choice between its options', `Do this:\n\n${OPTIONS}\n\nand then:\n\n${OPTIONS}`],
  ])('%s is left to the page', (_, question) => {
    expect(quizOf(question, 'The answer is 2.')).toEqual({ quiz: null, notes: [] });
  });

  it('an answer beyond doubt is left to the page, and noted', () => {
    expect(quizOf(`Which one is best?\n\n${OPTIONS}`, 'It depends.')).toEqual({ quiz: null, notes: ['quiz-answer-unclear'] });
  });

  it('a question to choose from is no loss and not noted', () => {
    expect(quizOf('1. What does `ls` do?\n2. Which of them is `pwd`?', 'Try.')).toEqual({ quiz: null, notes: [] });
  });

  it('sense without its picture is left to the page, and noted', () => {
    const question = `Which one fits?\n\n![](fig/tree.svg){alt='A tree'}\n\n${OPTIONS}`;
    expect(quizOf(question, 'The answer is 2.')).toEqual({ quiz: null, notes: ['quiz-needs-picture'] });
  });
});
