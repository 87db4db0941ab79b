import { createRequire } from 'node:module';
import { deflateSync, gzipSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chunk, iTXt, png } from '../../../../test/support/png.js';
import type { ReadMaterial } from './material.js';
import { readFile } from './read-file.js';

// It has no types.
const extractChunks = createRequire(import.meta.url)('png-chunks-extract') as (file: Uint8Array) => { name: string }[];

const document = { '@context': ['https://www.w3.org/ns/credentials/v2'], name: 'Łódź ö 漢 🎓 {}' };
const json = JSON.stringify(document);
const token = 'eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.c2lnbmF0dXJl';
const asDocument: ReadMaterial = { ok: true, material: { kind: 'document', document } };
const asToken: ReadMaterial = { ok: true, material: { kind: 'token', token } };
const asAddress: ReadMaterial = { ok: true, material: { kind: 'address', address: 'https://badges.example/1' } };
const bytes = (text: string) => Buffer.from(text);

describe('a picture (PNG)', () => {
  it.each<[string, Buffer, ReadMaterial]>([
    ['JSON', png(iTXt('openbadgecredential', json)), asDocument],
    ['compressed JSON', png(iTXt('openbadgecredential', json, true)), asDocument],
    ['a token', png(iTXt('openbadgecredential', token)), asToken],
    ['a comprehensive learner record', png(iTXt('clrcredential', json)), asDocument],
    ['a badge of version 2', png(iTXt('openbadges', json)), asDocument],
    ['the address of an old badge', png(chunk('tEXt', bytes('openbadges\0https://badges.example/1'))), asAddress],
    [
      'other texts around it',
      png(chunk('tEXt', bytes('Title\0openbadgecredential')), iTXt('openbadgecredential', json), iTXt('Author', '{}')),
      asDocument,
    ],
  ])('gives %s', (_what, file, expected) => {
    // An independent reader finds the parts that the test has made.
    expect(extractChunks(file).at(-1)?.name).toBe('IEND');
    expect(readFile(file)).toEqual(expected);
  });

  const cut = png(iTXt('openbadgecredential', json));
  const flipped = Buffer.from(cut);
  flipped[60] = (flipped[60] ?? 0) ^ 1;
  const lying = Buffer.from(cut);
  lying.writeUInt32BE(0x7fffffff, 33);

  it.each<[string, Buffer, string]>([
    ['nothing in it', png(), 'nothing-inside'],
    ['two credentials', png(iTXt('openbadgecredential', json), iTXt('openbadgecredential', json)), 'two-inside'],
    [
      'a new and an old badge',
      png(iTXt('openbadgecredential', json), chunk('tEXt', bytes('openbadges\0https://a.example'))),
      'two-inside',
    ],
    ['a flipped bit', flipped, 'png-checksum'],
    ['its end missing', cut.subarray(0, 100), 'png-malformed'],
    ['a part that is longer than the file', lying, 'png-malformed'],
    ['a bomb', png(iTXt('openbadgecredential', ' '.repeat(50_000_000), true)), 'inflates-too-far'],
    [
      'text that is packed in another way',
      png(chunk('iTXt', Buffer.concat([bytes('openbadgecredential\0\x01\0\0\0'), gzipSync(json)]))),
      'png-malformed',
    ],
    [
      'an unknown way of packing',
      png(chunk('iTXt', Buffer.concat([bytes('openbadgecredential\0\x01\x07\0\0'), deflateSync(json)]))),
      'png-malformed',
    ],
    ['a text without its end marks', png(chunk('iTXt', bytes('openbadgecredential\0\0\0en'))), 'png-malformed'],
    ['text of another encoding', png(iTXt('openbadgecredential', Buffer.from([0x7b, 0xff, 0x7d]))), 'png-malformed'],
    ['half a credential', png(iTXt('openbadgecredential', json.slice(0, 20))), 'not-json'],
    ['a member twice', png(iTXt('openbadgecredential', '{"name":"a","name":"b"}')), 'key-repeated'],
  ])('with %s is refused', (_what, file, reason) => {
    expect(readFile(file)).toMatchObject({ ok: false, reason });
  });
});

describe('a picture (SVG)', () => {
  const svg = (inside: string, attributes = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"') =>
    bytes(`<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}<path d="M0 0"/></svg>`);
  const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

  it.each<[string, Buffer, ReadMaterial]>([
    ['JSON', svg(`<openbadges:credential>${cdata(json)}</openbadges:credential>`), asDocument],
    [
      'JSON with escapes',
      svg(`<openbadges:credential>${json.replaceAll('"', '&quot;').replace('ö', '&#xf6;')}</openbadges:credential>`),
      asDocument,
    ],
    ['a token', svg(`<openbadges:credential verify="${token}"/>`), asToken],
    [
      'a token under another prefix',
      svg(`<b:credential verify='${token}'></b:credential>`, 'xmlns:b="https://purl.imsglobal.org/ob/v3p0"'),
      asToken,
    ],
    [
      'a badge of version 2',
      svg('<openbadges:assertion verify="https://badges.example/1"/>', 'xmlns:openbadges="http://openbadges.org"'),
      asAddress,
    ],
    [
      'a plain document type before it',
      Buffer.concat([
        bytes('<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'),
        svg(`<openbadges:credential>${cdata(json)}</openbadges:credential>`).subarray(22),
      ]),
      asDocument,
    ],
    [
      'one, though a comment holds another',
      svg(
        `<!-- <openbadges:credential>{}</openbadges:credential> --><openbadges:credential>${cdata(json)}</openbadges:credential>`,
      ),
      asDocument,
    ],
  ])('gives %s', (_what, file, expected) => {
    expect(readFile(file)).toEqual(expected);
  });

  it.each<[string, Buffer, string]>([
    ['nothing in it', svg(''), 'nothing-inside'],
    [
      'an element of another namespace',
      svg(`<openbadges:credential>${json}</openbadges:credential>`, 'xmlns:openbadges="https://evil.example/"'),
      'nothing-inside',
    ],
    [
      'two credentials',
      svg(`<openbadges:credential verify="${token}"/><openbadges:credential verify="${token}"/>`),
      'two-inside',
    ],
    ['entities of its own', bytes(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>`), 'svg-malformed'],
    ['an unknown entity', svg(`<openbadges:credential>&secret;</openbadges:credential>`), 'svg-malformed'],
    ['a character that does not exist', svg(`<text>&#x110000;</text>`), 'svg-malformed'],
    ['tags without end', bytes('<svg><g><g>'), 'svg-malformed'],
    ['a tag too many', bytes('<svg></svg></svg>'), 'svg-malformed'],
    ['an attribute twice', svg('<path d="a" d="b"/>'), 'svg-malformed'],
    ['a thousand levels', bytes(`<svg>${'<g>'.repeat(1_000)}`), 'svg-malformed'],
    [
      'a thousand namespaces',
      bytes(`<svg ${Array.from({ length: 1_000 }, (_, at) => `xmlns:n${at}="urn:${at}"`).join(' ')}></svg>`),
      'svg-malformed',
    ],
    ['a half comment', bytes('<svg><!-- '), 'svg-malformed'],
    ['another root', bytes('<html><body>Hello</body></html>'), 'file-unknown'],
  ])('with %s is refused', (_what, file, reason) => {
    expect(readFile(file)).toMatchObject({ ok: false, reason });
  });
});

describe('a document (PDF)', () => {
  const pdf = async (attachments: Record<string, string>, options = {}): Promise<Buffer> => {
    const made = await PDFDocument.create();
    made.addPage([200, 200]).drawText('Certificate');
    for (const [name, content] of Object.entries(attachments))
      await made.attach(Buffer.from(content), name, { mimeType: 'application/json' });
    return Buffer.from(await made.save(options));
  };

  it.each([{ useObjectStreams: true }, { useObjectStreams: false }])(
    'gives the credential attached by another program (%j)',
    async (options) => {
      expect(
        readFile(await pdf({ 'credential.json': json, 'marks.json': '{"marks":[1]}', 'note.txt': 'Well done' }, options)),
      ).toEqual(asDocument);
      expect(readFile(await pdf({ 'credential.jwt': token }, options))).toEqual(asToken);
    },
  );

  it('is refused with none or two in it', async () => {
    expect(readFile(await pdf({}))).toMatchObject({ reason: 'nothing-inside' });
    expect(readFile(await pdf({ a: json, b: token }))).toMatchObject({ reason: 'two-inside' });
    expect(readFile(await pdf({ a: json, b: json }))).toEqual(asDocument);
  });

  it('counts the last version of an attachment that was written anew', () => {
    const object = (text: string) =>
      `7 0 obj\n<</Type/EmbeddedFile/Length ${Buffer.byteLength(text)}>>\nstream\n${text}\nendstream\nendobj\n`;
    const file = bytes(`%PDF-1.7\n${object('{"@context":["a"],"old":true}')}${object(json)}%%EOF`);
    expect(readFile(file)).toEqual(asDocument);
  });

  const stream = (dictionary: string, content: Buffer | string) =>
    Buffer.concat([
      bytes(`%PDF-1.7\n3 0 obj\n<</Type /EmbeddedFile ${dictionary}>>\nstream\r\n`),
      Buffer.from(content),
      bytes('\nendstream\nendobj\n'),
    ]);

  it.each<[string, Buffer, ReadMaterial | string]>([
    ['a length that stands elsewhere', stream('/Length 9 0 R /Filter /FlateDecode', deflateSync(json)), asDocument],
    ['a length that is a lie', stream('/Length 999999', json), asDocument],
    ['a bomb', stream('/Filter /FlateDecode', deflateSync(' '.repeat(50_000_000), { level: 9 })), 'inflates-too-far'],
    ['an attachment that cannot be unpacked', stream('/Filter /FlateDecode', 'not packed'), 'nothing-inside'],
    ['an attachment without end', bytes('%PDF-1.7\n3 0 obj\n<</Type /EmbeddedFile>>\nstream\n{'), 'nothing-inside'],
    ['a password', Buffer.concat([stream('', json), bytes('trailer <</Encrypt 9 0 R>>')]), 'pdf-encrypted'],
    [
      'a thousand attachments',
      Buffer.concat(
        Array.from({ length: 1_000 }, (_, at) => bytes(`${at} 0 obj <</Type /EmbeddedFile>>\nstream\n{}\nendstream\n`)).toSpliced(
          0,
          0,
          bytes('%PDF-1.7\n'),
        ),
      ),
      'pdf-malformed',
    ],
    ['a member twice', stream('', '{"@context":[],"name":"a","name":"b"}'), 'key-repeated'],
  ])('with %s is read as it is', (_what, file, expected) => {
    if (typeof expected === 'string') expect(readFile(file)).toMatchObject({ ok: false, reason: expected });
    else expect(readFile(file)).toEqual(expected);
  });
});

describe('a text', () => {
  it.each<[string, string, ReadMaterial]>([
    ['JSON', `\uFEFF\n ${json}\n`, asDocument],
    ['a token', ` ${token}\n`, asToken],
    ['an address', 'https://badges.example/1', asAddress],
  ])('gives %s', (_what, text, expected) => {
    expect(readFile(bytes(text))).toEqual(expected);
  });

  it.each<[string, Buffer, string]>([
    ['nothing', bytes(''), 'not-json'],
    ['a list', bytes('[]'), 'not-a-json-object'],
    ['a hundred thousand brackets', bytes('['.repeat(100_000)), 'too-deep'],
    ['two million characters', bytes(`{"a":"${'x'.repeat(2_000_000)}"}`), 'file-too-large'],
    ['six million bytes', Buffer.alloc(6_000_000), 'file-too-large'],
    ['no text', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'file-unknown'],
    ['a member twice, once escaped', bytes('{"name":1,"n\\u0061me":2}'), 'key-repeated'],
  ])('that is %s is refused', (_what, file, reason) => {
    expect(readFile(file)).toMatchObject({ ok: false, reason });
  });
});

it('is answered, whatever the bytes', () => {
  const starts = [
    Buffer.alloc(0),
    png().subarray(0, 40),
    bytes('%PDF-1.7 1 0 obj <</EmbeddedFile>> stream'),
    bytes('<svg '),
    bytes('{"a":'),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      expect(typeof readFile(Buffer.concat([start, Buffer.from(rest)])).ok).toBe('boolean');
    }),
    { numRuns: 500 },
  );
});
