import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CsvFault, type CsvRecord, readCsv } from './read-csv.js';

const LIMITS = { records: 100, cells: 10, cellLength: 200 };

async function* cut(bytes: Uint8Array, pieces: readonly number[]) {
  for (let at = 0, piece = 0; at < bytes.length; piece++) {
    const size = pieces[piece % pieces.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function read(file: string | Uint8Array, pieces = [1_000_000], limits = LIMITS): Promise<CsvRecord[]> {
  const records = [];
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  for await (const record of readCsv(cut(bytes, pieces), limits)) records.push(record);
  return records;
}

const cells = async (file: string | Uint8Array) => (await read(file)).map((record) => record.cells);

async function faultOf(file: string | Uint8Array, limits = LIMITS): Promise<string> {
  try {
    await read(file, undefined, limits);
  } catch (error) {
    if (error instanceof CsvFault) return error.message;
    throw error;
  }
  return 'none';
}

describe('A CSV file', () => {
  it.each([
    ['with commas', 'a,b\n1,2\n'],
    ['with semicolons', 'a;b\n1;2\n'],
    ['with tabs', 'a\tb\n1\t2\n'],
    ['with a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['with the line ends of Windows', 'a,b\r\n1,2\r\n'],
    ['with the line ends of old Macs', 'a,b\r1,2\r'],
    ['without an end of the last line', 'a,b\n1,2'],
    ['with empty lines', 'a,b\n\n1,2\n\r\n\n'],
    ['with quotes that are not needed', '"a","b"\n"1","2"\n'],
  ])('%s has the same two records', async (_, file) => {
    expect(await cells(file)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keeps separators, quotes and line breaks in quotes, and formulas as text', async () => {
    expect(await cells('name,note\n"Lea, ""the bee""","one\ntwo"\n=1+1,"=HYPERLINK(""http://x"")"\n')).toEqual([
      ['name', 'note'],
      ['Lea, "the bee"', 'one\ntwo'],
      ['=1+1', '=HYPERLINK("http://x")'],
    ]);
  });

  it('tells the line of the file where each record begins', async () => {
    expect((await read('a,b\r\n"x\r\ny",1\r\n\r\nz,2')).map(({ line }) => line)).toEqual([1, 2, 5]);
  });

  it.each([
    ['Latin-1', Uint8Array.from([0x61, 0x2c, 0x62, 0x0a, 0xfc, 0x2c, 0x31]), 'not-utf-8 at line 1'],
    ['a letter that is cut off', Uint8Array.from([0x61, 0x0a, 0xc3]), 'not-utf-8 at line 2'],
    ['a NUL', 'a,b\n1,\0', 'nul at line 2'],
    ['UTF-16', Uint8Array.from([0x61, 0, 0x2c, 0, 0x62, 0, 0x0a, 0]), 'nul at line 1'],
    ['a letter after a quote', 'a,b\n"1"2,3\n', 'stray-quote at line 2'],
    ['a quote that never closes', 'a,b\n1,2\n3,"4\n5,6\n', 'open-quote at line 3'],
    ['a cell that is too long', `a\n${'x'.repeat(201)}`, 'cell-too-long at line 2'],
    ['a header that never ends', 'x'.repeat(5_000), 'cell-too-long at line 1'],
    ['too many cells', `a\n${','.repeat(10)}`, 'too-many-cells at line 2'],
    ['too many records', 'a\n'.repeat(101), 'too-many-records at line 101'],
  ])('with %s is refused where that is', async (_, file, fault) => {
    expect(await faultOf(file)).toBe(fault);
  });

  it('may have as many records as the limit says', async () => {
    expect(await read('a\n'.repeat(100))).toHaveLength(100);
  });

  it('is read alike in whatever pieces it comes', async () => {
    const cell = fc.oneof(
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\n', '\r', 'ö', '🎓', '=', ' ', 'x'), maxLength: 12 }),
      fc.constant(''),
    );
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    const pieces = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, pieces, async (rows, sizes) => {
        // A first line that settles the separator, as a header does.
        const whole = [['first', 'second', 'third'], ...rows];
        const file = whole.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        const records = await read(file, sizes);
        expect(records.map((record) => record.cells)).toEqual(
          whole.map((row) => row.map((text) => text.replaceAll(/\r\n?/g, '\n'))),
        );
      }),
      { numRuns: 300 },
    );
  });
});
