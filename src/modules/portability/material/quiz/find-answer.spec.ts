import { describe, expect, it } from '@jest/globals';
import { findAnswer } from './find-answer.js';

describe('the right options', () => {
  it.each<[string, number[]]>([
    ['The correct answer is 2.', [2]],
    ['The answer is 2.\n\nBecause of this.', [2]],
    ['The correct answer is 3, because `-w` looks for whole words.', [3]],
    ['The answer is (4)-Both 2 and 3.', [4]],
    ['The solution is `3.`\n\n`1.` shows all files.', [3]],
    ['Answer: 1 and 4', [1, 4]],
    ['Answers: 1, 2 and 4', [1, 2, 4]],
    ['Option 4 is the correct answer.\nTry it.', [4]],
    ['4 is the correct answer. `*` matches more.', [4]],
    ['Option 3 is correct.\nFor option 1 to be correct we would only run `head`.', [3]],
    ['1. No: it is not.\n2. Yes: it is.\n3. Yes\n4. No, never.', [2, 3]],
    ['We start in `data`.\n\n1. No, see above.\n2. Yes\n3. No, see above.\n4. No, see above.', [2]],
    ['1. This would remove less\n2. This is the correct answer\n3. This would remove more\n4. So would this', [2]],
    ['1. Would stage.\n2. Would start anew.\n3. Is correct: first add, then commit.\n4. Would fail.', [3]],
  ])('are named in %j', (solution, answer) => {
    expect(findAnswer(solution, 4)).toEqual(answer);
  });

  it.each([
    ['nothing', ''],
    ['an explanation alone', 'The command `git log` lists commits.'],
    ['an option that is right as well', 'Option 1 is correct.\n\nOption 2 also works here.'],
    ['a second answer further down', 'Option 1 is correct. Option 2 is the correct answer on macOS.'],
    ['an opinion', 'Answer 1 is vague; but answer 3 is good.'],
    ['a list that judges nothing', '1. Integer, since days.\n2. Float.\n3. Text.\n4. This will vary!'],
    ['a list that judges only some', '1. Yes.\n2. No.\n3. It depends.\n4. No.'],
    ['a list of another length', '1. Yes.\n2. No.'],
    ['a list that calls two correct', '1. This is correct.\n2. x\n3. This is correct.\n4. x'],
    ['the first line of a list, which looks like a number', '1. The text of each file is written.'],
    ['an option that is not there', 'The answer is 7.'],
    ['all options', 'Answer: 1, 2, 3 and 4'],
    ['a list and a sentence that differ', 'The answer is 2.\n\n1. Yes\n2. No\n3. No\n4. No'],
    ['a number in passing', 'It takes 2 steps.'],
    ['code that looks like an answer', '```\nThe answer is 2.\n```'],
    ['an answer hidden in the middle', 'Think first. The answer is 2.'],
  ])('stay open after %s', (_, solution) => {
    expect(findAnswer(solution, 4)).toBeNull();
  });
});
