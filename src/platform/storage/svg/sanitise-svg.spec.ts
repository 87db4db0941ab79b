import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sanitiseSvg } from './sanitise-svg.js';

const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';

function cleaned(inside: string): string {
  const result = sanitiseSvg(`<svg ${NAMESPACE} xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`);
  if (!result.ok) throw new Error(result.reason);
  return result.svg.replace(`<svg ${NAMESPACE}>`, '').replace('</svg>\n', '');
}

describe('sanitiseSvg', () => {
  it('keeps a drawing as it is: shapes, text, gradients, references within, styles', () => {
    const drawing =
      '<title>River &amp; weir</title><defs><linearGradient id="water"><stop offset="0" stop-color="#06c"></stop></linearGradient></defs>' +
      '<path d="M0 0 L10 10" fill="url(#water)" stroke-width="2" transform="rotate(45 5 5)"></path>' +
      '<text x="1" y="2" style="font-family:\'DejaVu Sans\',sans-serif;fill:#000" xml:space="preserve">depth (m) <tspan dy="1">µ</tspan></text>' +
      '<use href="#water"></use>';
    expect(cleaned(drawing)).toBe(drawing);
  });

  it('mends names that were written in the wrong case, and writes xlink:href as href', () => {
    expect(cleaned('<LINEARGRADIENT xlink:href="#a" gradientunits="userSpaceOnUse"/>')).toBe(
      '<linearGradient href="#a" gradientUnits="userSpaceOnUse"></linearGradient>',
    );
  });

  it.each([
    ['scripts', '<script>alert(1)</script>'],
    ['scripts in capitals', '<SCRIPT xlink:href="https://evil.example/x.js"/>'],
    ['HTML', '<foreignObject><iframe src="https://evil.example"></iframe></foreignObject>'],
    ['animation that sets a link', '<animate attributeName="href" values="javascript:alert(1)"/>'],
    ['attributes that are set later', '<set attributeName="onload" to="alert(1)"/>'],
    ['pictures from elsewhere as filter', '<feImage href="https://evil.example/t.png"/>'],
    ['what editors leave behind', '<sodipodi:namedview inkscape:label="x"><path d="M0 0"/></sodipodi:namedview>'],
    ['metadata', '<metadata><rdf:RDF><dc:creator>Amira</dc:creator></rdf:RDF></metadata>'],
    ['comments', '<!-- secret -->'],
    ['processing instructions', '<?xml-stylesheet href="https://evil.example/x.css"?>'],
  ])('leaves out %s', (_, inside) => {
    expect(cleaned(inside)).toBe('');
  });

  it.each([
    ['handlers', '<rect width="1" onload="alert(1)" onClick="alert(2)"/>'],
    ['paint from elsewhere', '<rect width="1" fill="url(https://evil.example/#a)"/>'],
    ['paint from elsewhere with spaces', '<rect width="1" fill="url( \'//evil.example/a.svg#b\' )"/>'],
    ['escaped functions', '<rect width="1" fill="u\\72l(//evil.example)"/>'],
    ['functions that fetch strings', '<rect width="1" cursor="image-set(&quot;//evil.example/c.png&quot; 1x)"/>'],
    ['a style that fetches', '<rect width="1" style="background:url(//evil.example/t.gif)"/>'],
    ['a style with escapes', '<rect width="1" style="fill:\\75rl(//evil.example)"/>'],
    ['escapes, whatever they spell', '<rect width="1" style="font-family:\'a\\27 b\'"/>'],
    ['a base for references', '<rect width="1" xml:base="https://evil.example/"/>'],
  ])('drops %s from what it keeps', (_, inside) => {
    expect(cleaned(inside)).toBe('<rect width="1"></rect>');
  });

  it('keeps the drawing of a link and not its target', () => {
    expect(cleaned('<a xlink:href="javascript:alert(1)" target="_top"><rect width="1"/></a>')).toBe(
      '<g><rect width="1"></rect></g>',
    );
  });

  it('keeps embedded raster pictures, and neither other data nor addresses', () => {
    expect(cleaned('<image href="data:image/png;base64,iVBORw0KGgo="/>')).toBe(
      '<image href="data:image/png;base64,iVBORw0KGgo="></image>',
    );
    expect(cleaned('<image xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>')).toBe('<image></image>');
    expect(cleaned('<image xlink:href="https://evil.example/tracker.png"/>')).toBe('<image></image>');
    expect(cleaned('<use xlink:href="data:image/svg+xml,x#y"/>')).toBe('<use></use>');
  });

  it('keeps plain style rules, and leaves out imports, fonts and media rules', () => {
    const sheet =
      '@import url("https://evil.example/x.css"); /* note */ *{stroke-linejoin: round} @font-face{src:url(//evil.example/f.woff)}' +
      '@media (prefers-color-scheme: dark){ rect{fill:#fff} } .a > rect {fill:url(#g);mask:url(//evil.example)}';
    expect(cleaned(`<style><![CDATA[${sheet}]]></style>`)).toBe(
      '<style>*{stroke-linejoin: round}\n.a &gt; rect{fill:url(#g)}</style>',
    );
  });

  it('does not let a comment hide where a rule ends', () => {
    expect(cleaned('<style>a{fill:/* } */red} b{x:/*</style>')).toBe('<style>a{fill: red}\nb{}</style>');
  });

  it('reduces a description that holds HTML to its words', () => {
    expect(cleaned('<desc>A <b onclick="x">weir</b></desc>')).toBe('<desc>A weir</desc>');
  });

  it('reads a file with byte order mark, XML declaration and plain document type', () => {
    const file =
      '\uFEFF<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n' +
      `<!-- Generator -->\n<svg ${NAMESPACE} viewBox="0 0 1 1"/>\n`;
    expect(sanitiseSvg(file)).toEqual({ ok: true, svg: `<svg ${NAMESPACE} viewBox="0 0 1 1"></svg>\n` });
  });

  it('refuses entities, what is not one SVG, and endless nesting', () => {
    expect(sanitiseSvg('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>')).toEqual({ ok: false, reason: 'document_type' });
    for (const other of ['', 'words', '<p>words</p>', '<svg/><svg/>', '<svg><p>out</p></svg>', '<svg/>tail']) {
      expect(sanitiseSvg(other)).toEqual({ ok: false, reason: 'not_an_svg' });
    }
    expect(sanitiseSvg(`<svg>${'<g>'.repeat(20_000)}</svg>`)).toEqual({ ok: false, reason: 'too_deep' });
  });

  it('changes nothing when its result is cleaned again, whatever is thrown at it', () => {
    const pieces = [
      '<svg>',
      '</svg>',
      '<g ',
      '<style>',
      '</style>',
      '<![CDATA[',
      ']]>',
      '<title>',
      '<p>',
      'fill="url(#a)"',
      'onload=x',
      'style="a:b',
      '"',
      "'",
      '>',
      '/>',
      '&lt;',
      '&#0;',
      '/*',
      '*/',
      '{',
      '}',
      '@import',
      '\\',
      '\u0000',
      'é',
      '<a href="#x">',
      '<script>',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const once = sanitiseSvg(`<svg>${parts.join('')}</svg>`);
        if (!once.ok) return;
        expect(sanitiseSvg(once.svg)).toEqual(once);
        const tags = once.svg.match(/<[^>]*>/g) ?? [];
        // What a style says of things that there are not has no effect, whatever it is called.
        const outsideOfStyles = tags.map((tag) => tag.replaceAll(/ style="[^"]*"/g, ''));
        expect(outsideOfStyles.filter((tag) => /script|onload|\\/i.test(tag))).toEqual([]);
        expect(tags.filter((tag) => tag.startsWith('</'))).toHaveLength(tags.length / 2);
      }),
      { numRuns: 500, examples: [[['<g ', 'style="a:b', 'onload=x', 'fill="url(#a)"']]] },
    );
  });
});
