import { describe, expect, it } from '@jest/globals';
import { balanceFences } from './balance-fences.js';

function balanced(...lines: string[]): string[] {
  return balanceFences(lines.join('\n')).split('\n');
}

describe('the fences of blocks', () => {
  it('grow outwards, whichever way the author counted colons', () => {
    const expected = ['::::challenge', 'a', ':::solution', 'b', ':::', '::::'];
    expect(balanced(':::challenge', 'a', '::::solution', 'b', '::::', ':::')).toEqual(expected);
    expect(balanced(':::::: challenge ::::', 'a', '::: solution', 'b', ':::::::', ':::')).toEqual(expected);
  });

  it('keep labels and attributes', () => {
    expect(balanced('::: note[A *b*]{title="c"}', ':::')).toEqual([':::note[A *b*]{title="c"}', ':::']);
  });

  it('are closed at the end of the page where the author forgot', () => {
    expect(balanced(':::challenge', ':::hint', 'x')).toEqual(['::::challenge', ':::hint', 'x', ':::', '::::']);
  });

  it('outgrow colons in the code they hold', () => {
    expect(balanced(':::note', '```', '::::', '```', ':::')).toEqual([':::::note', '```', '::::', '```', ':::::']);
  });

  it('are not looked for in code and comments', () => {
    const page = ['1. ```md', '   :::note', '   ```', '', '    :::note', '', '<!--', ':::note', '-->'];
    expect(balanced(...page)).toEqual(page);
  });

  it('are not closed behind HTML that has taken them for a line of its own', () => {
    const page = ['<div>', ':::note', '', 'x'];
    expect(balanced(...page)).toEqual(page);
    expect(balanced(':::note[Press <kbd>x</kbd>]', 'x')).toEqual([':::note[Press <kbd>x</kbd>]', 'x', ':::']);
  });

  it('are not seen in lines that only look like them', () => {
    const page = ['::: 10:30 start', ':::a b', ':::', ':: note'];
    expect(balanced(...page)).toEqual(page);
  });
});
