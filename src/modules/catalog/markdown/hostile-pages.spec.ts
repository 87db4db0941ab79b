import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderPage, type PageContext } from './render-page.js';

/** The most careless callbacks there could be: they pass on whatever they are asked for. */
const careless: PageContext = { asset: (path) => (path.startsWith('fig/') ? `/files/${path}` : null), link: (path) => path };

const TAG = /<\/?([a-z][a-z0-9]*)((?:\s+[^\s=<>"]+(?:="[^"]*"|=[^\s"<>]+)?)*)\s*>/gi;
const ATTRIBUTE = /([^\s=]+)(?:="([^"]*)"|=([^\s"<>]+))?/g;
const HARMLESS_TAGS = new Set(
  (
    'a blockquote br code del details div em figcaption figure h2 h3 h4 h5 h6 hr img input kbd li mark ol p pre section span strong sub ' +
    'summary sup table tbody td th thead tr ul annotation math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms ' +
    'mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics'
  ).split(' '),
);

function expectHarmless(html: string): void {
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG)) {
    expect(HARMLESS_TAGS).toContain(tag);
    for (const [, name = '', quoted, bare] of attributes.trim().matchAll(ATTRIBUTE)) {
      expect(name).not.toMatch(/^(on|style$|srcset$|formaction$|xlink)/i);
      const value = quoted ?? bare ?? '';
      if (name === 'src') expect(value).toMatch(/^\/files\//);
      if (name === 'href') expect(value).toMatch(/^(https?:\/\/|mailto:|#page-|activity:|[\w.%-]+(\/|$|\.))/i);
      if (name === 'href') expect(value).not.toMatch(/^\s*(javascript|data|vbscript|file|blob):|^[/\\]{2}/i);
      if (name === 'id') expect(value).toMatch(/^(page-|footnote-label$)/);
    }
  }
  // Whatever is not one of those tags is text: no other bracket opens anything.
  expect(html.replaceAll(TAG, '')).not.toContain('<');
}

const VECTORS: [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['a script in a sentence', 'x <script src=//evil.example/x.js></script> y'],
  ['a broken script tag', '<scr<script>ipt>alert(1)</scr</script>ipt>'],
  ['an image handler', '<img src=x onerror=alert(1)>'],
  ['a handler on an allowed tag', '<kbd onmouseover="alert(1)">x</kbd>'],
  ['an svg', '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x></svg>'],
  [
    'mutation through MathML',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  ],
  ['an iframe', '<iframe srcdoc="<script>alert(1)</script>"></iframe>'],
  ['a form', '<form action="https://evil.example"><button formaction="javascript:alert(1)">x</button></form>'],
  ['a style', '<style>@import "//evil.example"</style><p style="background:url(//evil.example)">x'],
  ['a base', '<base href="//evil.example">'],
  ['a refresh', '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">'],
  ['a javascript link', '[x](javascript:alert(1))'],
  ['a javascript link in capitals', '[x](JaVaScRiPt:alert(1))'],
  ['a javascript link with a tab', '[x](java&#9;script:alert(1))'],
  ['a javascript link with a newline', '[x](<java&#10;script:alert(1)>)'],
  ['a javascript link after a control character', '[x](&#1;javascript:alert(1))'],
  ['a javascript link with entities', '[x](&#106;&#97;vascript&colon;alert(1))'],
  ['a javascript link as reference', '[x]\n\n[x]: javascript:alert(1)'],
  ['a javascript autolink', '<javascript:alert(1)>'],
  ['a data link', '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)'],
  ['a vbscript link', '[x](vbscript:msgbox)'],
  ['a file link', '[x](file:///etc/passwd)'],
  ['a link to another host without a scheme', '[x](//evil.example)'],
  ['a link to another host with backslashes', String.raw`[x](\\evil.example) [y](/\evil.example)`],
  ['a link title that breaks out', '[x](https://a.example "\\"onmouseover=alert(1) x=\\"")'],
  ['an address that breaks out', '[x](https://a.example/"onmouseover=alert(1)"x)'],
  ['a javascript picture', '![x](javascript:alert(1))'],
  ['a data picture', '![x](data:image/svg+xml,<svg/onload=alert(1)>)'],
  ['a picture of another host', '![x](https://evil.example/x.png)'],
  ['a picture of another host without a scheme', '![x](//evil.example/x.png)'],
  ['a picture reference', '![x][y]\n\n[y]: https://evil.example/x.png'],
  ['an alt text that breaks out', '![x"onerror=alert(1) "](fig/x.png)'],
  ['picture attributes that break out', `![x](fig/x.png){alt='"onerror=alert(1)' width="1onload=x" onerror=alert(1)}`],
  ['a directive with handlers', ':::note{onclick="alert(1)" style="x" class="fixed" id="app"}\nx\n:::'],
  ['a directive of a dangerous name', ':::script\nalert(1)\n:::'],
  ['a directive label with a script', ':::note[<script>alert(1)</script>]\nx\n:::'],
  ['a heading that takes over an id', '# x {#app}\n\n## __proto__\n\n## constructor'],
  ['a code language that breaks out', '```"><script>alert(1)</script>\nx\n```'],
  ['a code caption that breaks out', '```js caption="<img src=x onerror=alert(1)>"\nx\n```'],
  ['a formula with a link', String.raw`$\href{javascript:alert(1)}{x}$`],
  ['a formula with HTML', String.raw`$\htmlStyle{position:fixed}{x} \htmlId{app}{y} \htmlData{x=1}{z}$`],
  ['a formula with a picture', String.raw`$\includegraphics{https://evil.example/x.png} \url{javascript:alert(1)}$`],
  ['a formula with a macro bomb', String.raw`$\def\a{\a\a}\a$`],
  ['a formula with tags', '$<img src=x onerror=alert(1)> \\text{</annotation><script>alert(1)</script>}$'],
  ['a footnote with a script name', '[^<script>]\n\n[^<script>]: x'],
  ['an autolink literal that breaks out', 'https://a.example/"><script>alert(1)</script>'],
  ['a null byte', 'java\0script <scr\0ipt>alert(1)</scr\0ipt> [x](java\0script:alert(1))'],
  ['a comment that ends early', '<!--><script>alert(1)</script>-->'],
  ['CDATA and declarations', '<![CDATA[<script>alert(1)</script>]]>\n\n<!DOCTYPE html>\n\n<?php x ?>'],
  ['a table cell with a script', '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=y> |'],
];

describe('a hostile page', () => {
  it.each(VECTORS)('with %s shows nothing but harmless elements', (_, markdown) => {
    expectHarmless(renderPage(markdown, careless).html);
  });

  it('made of any mixture of those parts stays harmless', () => {
    const part = fc.constantFrom(
      ...VECTORS.map(([, markdown]) => markdown),
      ':::note\n',
      '\n:::\n',
      '\n\n',
      '`',
      '*',
      '> ',
      '- ',
      '$',
      '\n```\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => expectHarmless(renderPage(parts.join(''), careless).html)),
      { numRuns: 100 },
    );
  });

  it.each([
    ['quotes in quotes', '>'.repeat(20_000)],
    ['lists in lists', Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['brackets in brackets', '![a'.repeat(20_000)],
    ['closing brackets', ']'.repeat(50_000)],
    ['open emphasis', '_a*'.repeat(20_000)],
    ['more text than a page can have', 'word '.repeat(100_000)],
  ])('of %s is shown as it was typed', (_, markdown) => {
    expect(renderPage(markdown, careless).html).toMatch(/^<pre tabindex="0">/);
  });

  it.each([
    ['formulas in braces', `$${'{'.repeat(20_000)}$`],
    ['roots of roots', `$$\n${'\\sqrt'.repeat(20_000)} x\n$$`],
    ['a block of code that is a formula', `\`\`\`math\n${'{'.repeat(20_000)}\n\`\`\``],
  ])('of %s shows them as code', (_, markdown) => {
    const { html } = renderPage(markdown, careless);
    expect(html).toMatch(/<code/);
    expect(html).not.toContain('<math');
  });

  it('of the deepest nesting that is allowed is shown', () => {
    const deepest = [
      `$${'\\sqrt'.repeat(390)} x$`,
      '>'.repeat(249),
      `${'*'.repeat(749)}x${'*'.repeat(749)}`,
      '[a'.repeat(99),
      ':::note\n'.repeat(19),
    ];
    for (const markdown of deepest) expectHarmless(renderPage(markdown, careless).html);
  });

  it('of blocks in blocks without end keeps to a depth that can be shown', () => {
    const { html } = renderPage(':::note\n'.repeat(5_000), careless);
    expect(html.match(/<section/g)).toHaveLength(20);
    expectHarmless(html);
  });
});
