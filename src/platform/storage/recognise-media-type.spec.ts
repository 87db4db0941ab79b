import { describe, expect, it } from '@jest/globals';
import { coversMediaType } from './media-types.js';
import { HEAD_BYTES, recogniseMediaType } from './recognise-media-type.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n');
const ZIP = Buffer.concat([Buffer.from('504b0304140000000000', 'hex'), Buffer.alloc(20), Buffer.from('notes.txt')]);
const COMPOUND = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const text = (words: string) => Buffer.from(words);

describe('recogniseMediaType', () => {
  it.each([
    ['picture.png', PNG, 'image/png'],
    ['report.PDF', PDF, 'application/pdf'],
    ['course.imscc', ZIP, 'application/zip'],
    ['essay.docx', ZIP, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['essay.doc', COMPOUND, 'application/msword'],
    ['readings.csv', text('Ort;Tiefe\nMühle;1,2\n'), 'text/csv'],
    ['health.csv', text('BMI,age\n22,31\n'), 'text/csv'],
    ['notes.md', text('# Weir\n'), 'text/markdown'],
    ['analysis.py', text('import math\n'), 'text/x-python'],
    ['notebook.ipynb', text('{"cells": []}'), 'application/x-ipynb+json'],
    ['figure.svg', text('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
    ['feed.xml', text('<?xml version="1.0"?><feed/>'), 'application/xml'],
    ['session.log', text('\u001B[32mok\u001B[0m\n'), 'text/plain'],
    ['README', text('Read me first.\n'), 'text/plain'],
    ['picture', PNG, 'image/png'],
    ['measurements.dat', Buffer.from([0, 1, 2, 3]), 'application/octet-stream'],
  ])('knows %s', async (name, head, mediaType) => {
    expect(await recogniseMediaType(head, name)).toEqual({ ok: true, mediaType });
  });

  it.each([
    ['essay.pdf', PNG, 'application/pdf', 'image/png'],
    ['essay.pdf', text('Dear assessor, I will hand this in later.'), 'application/pdf', 'text/plain'],
    ['essay.pdf', Buffer.from([0, 1, 2]), 'application/pdf', null],
    ['picture.png', text('<svg><script>alert(1)</script></svg>'), 'image/png', 'text/plain'],
    ['readings.csv', ZIP, 'text/csv', 'application/zip'],
    ['readings.csv', PDF, 'text/csv', 'application/pdf'],
    ['readings.csv', Buffer.from('Mühle', 'latin1'), 'text/csv', null],
    ['readings.csv', Buffer.from('\uFEFFMühle', 'utf16le'), 'text/csv', 'text/plain; charset=utf-16'],
    ['readings.csv', Buffer.from('caf\u00E9', 'latin1'), 'text/csv', null],
    ['figure.svg', text('<html><script>alert(1)</script></html>'), 'image/svg+xml', null],
    ['essay.docx', COMPOUND, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/x-cfb'],
  ])('refuses %s when its bytes say otherwise', async (name, head, expected, looksLike) => {
    expect(await recogniseMediaType(head, name)).toEqual({ ok: false, expected, looksLike });
  });

  it('does not mind a character that is cut at the end of what it sees', async () => {
    const long = Buffer.from(`${'x'.repeat(HEAD_BYTES - 1)}ü`).subarray(0, HEAD_BYTES);
    expect(await recogniseMediaType(long, 'place.txt')).toEqual({ ok: true, mediaType: 'text/plain' });
  });
});

describe('coversMediaType', () => {
  it.each([
    [[], 'application/pdf', true],
    [['application/pdf'], 'application/pdf', true],
    [['application/pdf'], 'application/pdfx', false],
    [['image/*'], 'image/png', true],
    [['image/*'], 'imagery/png', false],
    [['text/*', 'application/json'], 'application/json', true],
    [['text/*'], 'application/json', false],
    [['*/*'], 'application/json', true],
  ])('%j: %s is %s', (patterns, mediaType, covered) => {
    expect(coversMediaType(patterns, mediaType)).toBe(covered);
  });
});
