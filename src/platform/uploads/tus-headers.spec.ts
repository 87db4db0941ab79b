import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readBytes, readChecksum, readMetadata, writeMetadata } from './tus-headers.js';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('readBytes', () => {
  it.each(['0', '1', '2147483648'])('reads %s', (header) => {
    expect(readBytes(header)).toEqual({ ok: true, value: Number(header) });
  });

  it.each([undefined, '', '-1', '1.5', '1e3', '01', ' 1', '0x10', '99999999999999999'])('refuses %s', (header) => {
    expect(readBytes(header).ok).toBe(false);
  });
});

describe('readMetadata', () => {
  it('reads names in any script, values that are empty, and nothing', () => {
    const read = readMetadata(`filename ${base64('données 漢字.pdf')},is_confidential, filetype ${base64('application/pdf')}`);
    expect(read.ok && [...read.value]).toEqual([
      ['filename', 'données 漢字.pdf'],
      ['is_confidential', ''],
      ['filetype', 'application/pdf'],
    ]);
    expect(readMetadata(undefined)).toEqual({ ok: true, value: new Map() });
  });

  it.each([
    ['filename ===', 'Base64'],
    [`filename ${Buffer.from([0xff]).toString('base64')}`, 'UTF-8'],
    [`filename ${base64('a')},filename ${base64('b')}`, 'twice'],
    ['filename a b', 'no list'],
    [',', 'no list'],
  ])('refuses %j', (header, fault) => {
    expect(readMetadata(header)).toEqual({ ok: false, fault: expect.stringContaining(fault) });
  });

  it('reads every name that is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const read = readMetadata(writeMetadata(name));
        expect(read.ok && read.value.get('filename')).toBe(name);
      }),
    );
  });
});

describe('readChecksum', () => {
  it('reads the algorithms that we have', () => {
    expect(readChecksum(`sha1 ${base64('x')}`)).toEqual({ ok: true, value: { algorithm: 'sha1', digest: Buffer.from('x') } });
    expect(readChecksum(undefined)).toEqual({ ok: true, value: null });
  });

  it.each(['sha1', 'sha1 ', 'md5 aaaa', 'sha1 ?', 'sha1 aaaa bbbb', ''])('refuses %j', (header) => {
    expect(readChecksum(header).ok).toBe(false);
  });
});
