import { describe, expect, it } from '@jest/globals';
import type { ReportCode } from '../package.js';
import { convertPage, type ConvertedPage } from './convert-page.js';
import type { FindTarget } from './page-links.js';

/** A course with one figure, one data file and one other page. */
const find: FindTarget = (address) => {
  if (address.endsWith('fig/tree.svg')) return { kind: 'asset', path: 'course/episodes/fig/tree.svg' };
  if (address === 'data/birds.csv') return { kind: 'asset', path: 'course/episodes/data/birds.csv' };
  if (address.startsWith('02-loops.md')) return { kind: 'activity', href: address.replace('02-loops.md', 'activity:02-loops') };
  return /^(?:https?:|#)/.test(address) ? { kind: 'unchanged' } : { kind: 'nothing' };
};

function convert(...lines: string[]): ConvertedPage & { notes: [ReportCode, number | null, string][] } {
  const notes: [ReportCode, number | null, string][] = [];
  return { ...convertPage(lines.join('\n'), find, (...[code, line, detail]) => void notes.push([code, line, detail])), notes };
}

function markdown(...lines: string[]): string {
  return convert(...lines).markdown;
}

describe('fenced blocks', () => {
  it('of any length become nested blocks with their titles in the fence', () => {
    expect(
      markdown(
        '::::::::: challenge',
        '',
        '## Using `rm` safely',
        '',
        'Try.',
        '',
        '::: solution',
        '## Solution',
        'Done.',
        '::::::::::',
        ':::',
      ),
    ).toBe('::::challenge[Using `rm` safely]\n\nTry.\n\n:::solution\n\nDone.\n\n:::\n\n::::');
  });

  it('keep a title that says more than the kind of block', () => {
    expect(markdown('::: solution', '## Solution -- careful!', 'x', ':::')).toBe(':::solution[Solution -- careful!]\n\nx\n\n:::');
  });

  it('keep a title with odd brackets as a heading, since a label would end early', () => {
    expect(markdown('::: callout', '## What `a[` means', 'x', ':::')).toBe(':::callout\n\n## What `a[` means\n\nx\n\n:::');
  });

  it('may carry colons after the name, a label, or Pandoc attributes', () => {
    expect(markdown(':::: callout ::::', 'x', '::::')).toBe(':::callout\n\nx\n\n:::');
    expect(markdown(':::note[Read this]', 'x', ':::')).toBe(':::note[Read this]\n\nx\n\n:::');
    expect(markdown('::: {.challenge title="Try"}', 'x', ':::')).toBe(':::challenge[Try]\n\nx\n\n:::');
  });

  it('are not looked for in code, not even in a list, nor in comments', () => {
    const code = ['1. ```md', '   ::: callout', '   ```', '', '```', ':::', '```'];
    expect(markdown(...code)).toBe(code.join('\n'));
    expect(convert('<!--', '::: challenge', '-->', 'Text.').markdown).toBe('Text.');
  });

  it('outgrow the colons in their own code', () => {
    expect(markdown('::: note', '```', '::::', '```', ':::')).toBe(':::::note\n\n```\n::::\n```\n\n:::::');
  });

  it('that do not match are noted with their line', () => {
    expect(convert('::: callout', 'x').notes).toEqual([['fence-unmatched', 1, '"callout" is never closed']]);
    expect(convert('x', '', ':::').notes).toEqual([['fence-unmatched', 3, 'this closes nothing']]);
  });

  it('of an unknown kind keep their content, and are noted', () => {
    const page = convert('::: tab', 'x', ':::');
    expect(page.markdown).toBe(':::tab\n\nx\n\n:::');
    expect(page.notes).toEqual([['block-unknown', 1, 'tab']]);
  });

  it('for the instructor leave the page and become staff notes', () => {
    const page = convert('Before.', '', '::: instructor', 'Lea finds this hard.', ':::', '', 'After.');
    expect(page.markdown).toBe('Before.\n\nAfter.');
    expect(page.staffNotes).toBe('Lea finds this hard.');
    expect(page.notes).toEqual([['staff-note', 3, 'kept for those who teach']]);
  });

  it('of objectives are also read as a list, each on one line', () => {
    const page = convert('::: objectives', '- Write a loop', '  that ends.', '- Use `*`.', ':::');
    expect(page.objectives).toEqual(['Write a loop that ends.', 'Use `*`.']);
  });
});

describe('links and pictures', () => {
  it('lead to other activities, also by reference, with their titles', () => {
    expect(markdown('[a](02-loops.md#nested "Loops") [b][l]', '', '[l]: 02-loops.md')).toBe(
      '[a](activity:02-loops#nested "Loops") [b][l]\n\n[l]: activity:02-loops',
    );
  });

  it('that lead nowhere keep their words, and are noted', () => {
    const page = convert('See [the *old* page](gone.md) and [that][g].', '', '[g]: gone.md');
    expect(page.markdown).toBe('See the *old* page and that.');
    expect(page.notes).toEqual([
      ['link-broken', 1, 'gone.md'],
      ['link-broken', 1, 'gone.md'],
    ]);
  });

  it('by a name that is defined nowhere keep their words, and are noted', () => {
    const page = convert('Use [Jupyter', 'Notebooks][jupyter], not `a[i][j]`.');
    expect(page.markdown).toBe('Use Jupyter\nNotebooks, not `a[i][j]`.');
    expect(page.notes).toEqual([['link-broken', 1, '[jupyter] is not defined']]);
  });

  it('name the files they need, as written and where they are', () => {
    const page = convert("![](./fig/tree.svg){alt='A tree'} [birds](data/birds.csv)");
    expect(page.markdown).toBe("![](./fig/tree.svg){alt='A tree'} [birds](data/birds.csv)");
    expect(page.assets).toEqual({
      'fig/tree.svg': 'course/episodes/fig/tree.svg',
      'data/birds.csv': 'course/episodes/data/birds.csv',
    });
  });

  it('that are missing, elsewhere or without alt text are noted', () => {
    const { notes } = convert('![A fox](fig/fox.png)', '![](https://example.org/x.png)');
    expect(notes).toEqual([
      ['picture-missing', 1, 'fig/fox.png'],
      ['picture-elsewhere', 2, 'https://example.org/x.png'],
      ['picture-without-alt', 2, 'https://example.org/x.png'],
    ]);
  });
});

describe('what other programs left in a page', () => {
  it('is turned into Markdown where HTML has a meaning', () => {
    expect(markdown("<p align='center'>", '  <img alt="A tree" src="fig/tree.svg" width="750"/>', '</p>')).toBe(
      '![A tree](fig/tree.svg){width=750}',
    );
    expect(markdown('<table>', '<tr><th>a</th><td>1|2</td></tr>', '<tr><td><b>b</b></td><td>3</td></tr>', '</table>')).toBe(
      '| a | 1\\|2 |\n| --- | --- |\n| **b** | 3 |',
    );
    expect(markdown('Press <kbd class="k">Ctrl</kbd>, <span style="color:red">now</span>.')).toBe('Press <kbd>Ctrl</kbd>, now.');
  });

  it('is taken out with its words kept where it has none, and noted', () => {
    const page = convert('<details><summary>More</summary>', 'Words.', '</details>');
    expect(page.markdown).toBe('More\nWords.');
    expect(page.notes).toEqual([
      ['html-left-out', 1, '<details>'],
      ['html-left-out', 1, '<summary>'],
    ]);
  });

  it('goes with its content where that is a program', () => {
    expect(markdown('<script>', 'alert(1)', '</script>', '', 'Text.')).toBe('Text.');
  });

  it('stays where it is no HTML at all', () => {
    expect(markdown('Clone <your-name> with `<b>`.')).toBe('Clone <your-name> with `<b>`.');
  });

  it('goes where it speaks to a site generator, and is noted', () => {
    const page = convert('> ## Try', '> This', '{: .challenge}', '', 'See {{ page.root }} here.', '', '`{{ code }}`');
    expect(page.markdown).toBe('> ## Try\n> This\n\n\nSee  here.\n\n`{{ code }}`');
    expect(page.notes).toEqual([
      ['template-left-out', 3, '{: .challenge}'],
      ['template-left-out', 5, '{{ page.root }}'],
    ]);
  });

  it('becomes headings where it is a definition list, so that links to terms still lead there', () => {
    expect(markdown('## Glossary', '', '[commit]{#commit}', ':   A snapshot', 'of files.', '', 'branch', ':   A line.')).toBe(
      '## Glossary\n\n### commit {#commit}\n\nA snapshot\nof files.\n\n### branch\n\nA line.',
    );
  });

  it('is unfolded where it is a table of blocks', () => {
    const page = convert(
      'Table: Two marks.',
      '',
      '+----------+-------+',
      '| Typed    | Seen  |',
      '+==========+=======+',
      '| ```      | - one |',
      '| *   one  |       |',
      '| ```      |       |',
      '+----------+-------+',
      '| # Big    | ## B  |',
      '+----------+-------+',
    );
    expect(page.markdown).toBe(
      '**Two marks.**\n\n*Typed:*\n\n```\n*   one\n```\n\n*Seen:*\n\n- one\n\n*Typed:*\n\n**Big**\n\n*Seen:*\n\n**B**',
    );
    expect(page.notes).toEqual([['table-unfolded', 3, '9 lines']]);
  });

  it('sets dashes between words, and leaves other hyphens alone', () => {
    expect(markdown('one --- two, --help, `a --- b`')).toBe('one — two, --help, `a --- b`');
  });
});
