import { describe, expect, it } from '@jest/globals';
import { renderPage, type PageContext } from './render-page.js';

const lena: PageContext = {
  asset: (path) => (path.startsWith('fig/') || path.startsWith('data/') ? `/files/${path}` : null),
  link: (path) => (path === 'activity:loops' ? '/learn/loops' : null),
};

function html(markdown: string, context: Partial<PageContext> = {}): string {
  return renderPage(markdown, { ...lena, ...context }).html;
}

describe('a page', () => {
  it('starts its headings below the page title, whatever level the author began with', () => {
    expect(html('# One\n\n## Two')).toBe('<h2 id="page-one">One</h2>\n<h3 id="page-two">Two</h3>');
    expect(html('### One\n\n#### Two')).toBe('<h2 id="page-one">One</h2>\n<h3 id="page-two">Two</h3>');
  });

  it('never goes below the sixth level', () => {
    expect(html('# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6')).toContain('<h6 id="page-6">6</h6>');
  });

  it('gives headings of the same words different ids, and keeps an id the author chose', () => {
    const page = html('## Try it\n\n## Try it\n\n## Errors {#runtime-error}\n\n[see](#runtime-error)');
    expect(page).toContain('id="page-try-it"');
    expect(page).toContain('id="page-try-it-1"');
    expect(page).toContain('<h2 id="page-runtime-error">Errors</h2>');
    expect(page).toContain('<a href="#page-runtime-error">see</a>');
  });

  it('shows tables, task lists and footnotes', () => {
    const page = html('| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\nText[^1].\n\n[^1]: The note.');
    expect(page).toContain('<td align="right">2</td>');
    expect(page).toContain('<input type="checkbox" checked disabled>');
    expect(page).toContain('<a href="#page-fn-1" id="page-fnref-1"');
    expect(page).toContain('<li id="page-fn-1">');
  });

  it('shows maths as MathML, which needs no style sheet', () => {
    expect(html('$x^2$')).toContain('<msup><mi>x</mi><mn>2</mn></msup>');
    expect(html('$$\n\\frac{1}{2}\n$$')).toContain('display="block"');
  });

  it('takes dollar signs around amounts for money', () => {
    expect(html('from $5 to $10')).toBe('<p>from $5 to $10</p>');
    expect(html('from $5 **and** $6')).toBe('<p>from $5 <strong>and</strong> $6</p>');
    expect(html('$5-$10 or a lone $')).toBe('<p>$5-$10 or a lone $</p>');
    expect(html(String.raw`from $5 to \$10, not $6`)).toBe('<p>from $5 to $10, not $6</p>');
    expect(html('> from $5\n> to $10')).toContain('from $5\nto $10');
  });

  it('shows a formula it cannot read as it was typed', () => {
    expect(html('$\\frac{1$')).toContain('\\frac{1');
  });

  it.each(['at 10:30 sharp', 'type :wq to save', 'note:see for more', 'a ::leaf in a line', '::leaf', 'in ratio 3:a[b]{c}'])(
    'leaves %j alone, which only looks like a directive',
    (text) => {
      expect(html(text)).toBe(`<p>${text}</p>`);
    },
  );

  it('still reads the link after a word with a colon', () => {
    expect(html('note:see [this](https://example.org/x)')).toContain('note:see <a href="https://example.org/x"');
  });
});

describe('code', () => {
  it('carries its language and can be scrolled by keyboard', () => {
    expect(html('```python\nprint(1)\n```')).toBe('<pre tabindex="0"><code class="language-python">print(1)\n</code></pre>');
  });

  it('stands below its caption', () => {
    expect(html('```bash caption="List files"\nls\n```')).toBe(
      '<figure class="code"><figcaption>List files</figcaption><pre tabindex="0"><code class="language-bash">ls\n</code></pre></figure>',
    );
  });
});

describe('HTML in a page', () => {
  it('lets keys, sub- and superscripts, marks and line breaks through', () => {
    expect(html('Press <kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <mark>new</mark><br>next')).toBe(
      '<p>Press <kbd>Ctrl</kbd>, H<sub>2</sub>O, x<sup>2</sup>, <mark>new</mark><br>\nnext</p>',
    );
  });

  it('shows all other tags as the text that was typed, and drops comments', () => {
    expect(html('a List<String> and <kbd class="x">y</kbd><!-- secret -->')).toBe(
      '<p>a List&#x3C;String> and &#x3C;kbd class="x">y&#x3C;/kbd></p>',
    );
    expect(html('<div onclick="x()">\nhello\n</div>')).not.toContain('<div');
  });
});

describe('blocks', () => {
  it('folds a solution away inside its challenge', () => {
    expect(html('::::challenge[Using `rm`]\n\nTry it.\n\n:::solution\n\nDone.\n\n:::\n\n::::')).toBe(
      '<section class="block block-challenge"><h2 id="page-using-rm">Using <code>rm</code></h2><p>Try it.</p>' +
        '<details class="block block-solution"><summary>Solution</summary><p>Done.</p></details></section>',
    );
  });

  it('takes a leading heading or the title attribute for the title', () => {
    const titled = '<section class="block block-callout"><h2 id="page-beware">Beware</h2><p>x</p></section>';
    expect(html(':::callout\n\n#### Beware\n\nx\n\n:::')).toBe(titled);
    expect(html(':::callout{title="Beware"}\n\nx\n\n:::')).toBe(titled);
  });

  it('puts titles below the section they stand in, and their own headings below the title', () => {
    const page = html('## Section\n\n:::note\n\n## My note\n\n## Deeper\n\n:::\n\n:::keypoints\n\n- one\n\n:::');
    expect(page).toContain('<h3 id="page-my-note">My note</h3><h4 id="page-deeper">Deeper</h4>');
    expect(page).toContain('<h2 id="page-key-points">Key points</h2>');
  });

  it('speaks the language of the course', () => {
    expect(html(':::objectives\n\n- x\n\n:::', { words: { objectives: 'Lernziele' } })).toContain('>Lernziele</h2>');
  });

  it('keeps the content of a block it does not know', () => {
    expect(html(':::spam\n\ntext\n\n:::')).toBe('<section class="block block-other"><p>text</p></section>');
    expect(html(':::constructor\n\ntext\n\n:::')).toContain('block-other');
  });
});

describe('pictures', () => {
  it('stand as figures with alternative text, caption and width', () => {
    expect(html('![A tree](fig/tree.svg "The file tree"){width=40%}')).toBe(
      '<figure><img src="/files/fig/tree.svg" alt="A tree" width="40%" loading="lazy"><figcaption>The file tree</figcaption></figure>',
    );
  });

  it('read alt text given as an attribute, with quotes, dollars and underscores in it', () => {
    const page = html(String.raw`![Source: https://example.org/a_b](fig/x.png){alt='The "$file" is Nelle\'s_own_ $copy'}`);
    expect(page).toContain('alt="The &#x22;$file&#x22; is Nelle&#x27;s_own_ $copy"');
    expect(page).toContain('<figcaption>Source: <a href="https://example.org/a_b"');
  });

  it('keep the sentence they stand in', () => {
    expect(html("See ![icon](fig/i.png){alt='an icon'} *here*.")).toBe(
      '<p>See <img src="/files/fig/i.png" alt="an icon" title="icon" loading="lazy"> <em>here</em>.</p>',
    );
  });

  it('keep the next line of the quotation they stand in', () => {
    expect(html('> See ![icon](fig/i.png){width=40%}\n> again.')).toMatch(/loading="lazy">\s+again\.<\/p>/);
  });

  it('have their attributes also between two prices', () => {
    const page = html('from $5 ![icon](fig/i.png){width=40%} with ![tree](fig/t.png "T"){alt="A tree"} to $10.');
    expect(page).toContain('from $5 <img src="/files/fig/i.png" alt="icon" width="40%" loading="lazy"> with <img');
    expect(page).toContain('alt="A tree" title="T" loading="lazy"> to $10.</p>');
  });

  it('that are not there leave a note and are listed once', () => {
    const page = renderPage('![A chart](img/chart.png)\n\n![A chart](img/chart.png)', lena);
    expect(page.html).toContain('<span class="picture-missing">Picture missing: A chart</span>');
    expect(page.missing).toEqual(['img/chart.png']);
  });

  it('of other hosts are never loaded', () => {
    const page = renderPage('![a](https://tracker.example/a.png) ![b](//tracker.example/b.png) ![c](data:image/png;base64,AA)', {
      asset: (path) => path,
      link: () => null,
    });
    expect(page.html).not.toContain('<img');
    expect(page.missing).toHaveLength(3);
  });

  it('are found by the name the author typed, with spaces and accents', () => {
    const asked: string[] = [];
    const asset = (path: string): null => (asked.push(path), null);
    renderPage('![x](<./fig/mein Bild ü.png>)', { ...lena, asset });
    expect(asked).toEqual(['fig/mein Bild ü.png']);
  });
});

describe('links', () => {
  it('to other sites do not tell them who sent the reader', () => {
    expect(html('[x](https://example.org)')).toContain('<a href="https://example.org/" rel="noopener noreferrer">x</a>');
  });

  it('lead to other activities, to a heading in them, and to files of the course', () => {
    expect(html('[x](activity:loops#a-b)')).toContain('<a href="/learn/loops#page-a-b">x</a>');
    expect(html('[x](data/a.csv)')).toContain('<a href="/files/data/a.csv" download>x</a>');
  });

  it('that lead nowhere become text', () => {
    expect(html('[**bold** words](../elsewhere.md), [root](/admin), [host](//evil.example)')).toBe(
      '<p><strong>bold</strong> words, root, host</p>',
    );
  });
});
