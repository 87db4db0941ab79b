import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanFileName, extensionOf } from './clean-file-name.js';

describe('cleanFileName', () => {
  it.each([
    ['Amira’s report (final).pdf', 'Amira’s report (final).pdf'],
    ['C:\\Users\\amira\\report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['/home/amira/.bashrc', 'bashrc'],
    ['re\u0301sume\u0301.odt', 'résumé.odt'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['two\r\nlines\u0000.txt', 'twolines.txt'],
    ['  spaced .txt. ', 'spaced .txt'],
    ['données 漢字 🌊.csv', 'données 漢字 🌊.csv'],
    ['..', 'file'],
    ['', 'file'],
    ['folder/', 'file'],
    ['half \uD83C.txt', 'half \uFFFD.txt'],
  ])('makes %j into %j', (given, name) => {
    expect(cleanFileName(given)).toBe(name);
  });

  it('shortens a long name and keeps its extension', () => {
    const name = cleanFileName(`${'🌊'.repeat(200)}.docx`);
    expect(name).toMatch(/^(🌊)+\.docx$/u);
    expect(name.length).toBeGreaterThan(250);
    expect(name.length).toBeLessThanOrEqual(255);
  });

  it('gives a name that is safe to keep, whatever it is given, and leaves a clean one alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = cleanFileName(given);
        expect(name).toMatch(/^[^/\\\p{Cc}\p{Cs}]{1,255}$/u);
        expect(name.isWellFormed()).toBe(true);
        expect(['.', '..']).not.toContain(name);
        expect(cleanFileName(name)).toBe(name);
      }),
    );
  });
});

describe('extensionOf', () => {
  it.each([
    ['report.PDF', 'pdf'],
    ['archive.tar.gz', 'gz'],
    ['README', ''],
    ['dr. smith', ''],
    ['no.', ''],
  ])('of %j is %j', (name, extension) => {
    expect(extensionOf(name)).toBe(extension);
  });
});
