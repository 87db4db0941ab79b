import { partsAtFault, problemsOfBody, problemsOfQuestion, shortPrompt } from './quiz-problems';

const problem = (path: string, code = 'question_part_empty') => ({ code, path, detail: '', params: {} });

describe('what stands against publishing', () => {
  const all = [
    problem('/courses/1/activities/2/body/quiz/pools/0/questions/1/options'),
    problem('/courses/1/activities/2/body/quiz/pools/0/questions/11/prompt'),
    problem('/courses/1/activities/20/title'),
    problem('/rubric'),
  ];

  it('is found for the activity it is about', () => {
    expect(problemsOfBody(all, 1, 2)).toHaveLength(2);
  });

  it('is found for the question it is about', () => {
    expect(problemsOfQuestion(problemsOfBody(all, 1, 2), 0, 1).map(({ path }) => path)).toEqual(['/options']);
  });

  it('is laid at the very parts', () => {
    expect([...partsAtFault('question_part_empty', ['a', ' ', 'b', ''])]).toEqual([1, 3]);
    expect([...partsAtFault('question_parts_equal', ['a', 'b', ' a', ''])]).toEqual([2]);
    expect([...partsAtFault('question_too_few_options', ['', ''])]).toEqual([]);
  });
});

describe('shortPrompt', () => {
  it('is one line without marks', () => {
    expect(shortPrompt({ prompt: '## Which *chart*\n[lies](https://a.example)?' })).toBe('Which chart lies?');
    expect(shortPrompt({ prompt: 'a'.repeat(100) })).toHaveLength(80);
  });

  it('says formulas as one reads them, and leaves money be', () => {
    const prompt = String.raw`What is $\frac{1}{2}\pi r^2$ for *$r_1$*, $$x \le y_{max}$$?`;
    expect(shortPrompt({ prompt })).toBe('What is 1/2 πr² for r₁, x ≤ y_max?');
    expect(shortPrompt({ prompt: String.raw`From $5 to $10, or \$7?` })).toBe('From $5 to $10, or $7?');
  });
});
