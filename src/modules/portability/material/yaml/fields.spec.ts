import { describe, expect, it } from '@jest/globals';
import type { ReportCode } from '../package.js';
import { openYaml } from './open-yaml.js';
import type { Fields } from './fields.js';

function open(yaml: string, linesBefore = 0): { fields: Fields | null; notes: [ReportCode, number | null, string][] } {
  const notes: [ReportCode, number | null, string][] = [];
  return { fields: openYaml(yaml, (...[code, line, detail]) => void notes.push([code, line, detail]), linesBefore), notes };
}

/** The notes after reading `yaml` with `read`. */
function notesOf(yaml: string, read: (fields: Fields) => unknown): [ReportCode, number | null, string][] {
  const { fields, notes } = open(yaml);
  if (fields) read(fields);
  return notes;
}

describe('fields of a YAML file', () => {
  it('are read with what stands for absent ones', () => {
    const { fields, notes } = open('title: Loops\nminutes: 12.5\nrequired: false\nlevel:\ntags: [a, b]\n');
    expect(fields?.text('title')).toBe('Loops');
    expect(fields?.number('minutes')).toBe(12.5);
    expect(fields?.flag('required', true)).toBe(false);
    expect(fields?.text('level', 'none')).toBe('none');
    expect(fields?.texts('tags')).toEqual(['a', 'b']);
    expect(fields?.numberOrNull('limit')).toBeNull();
    expect(fields?.group('project')).toBeNull();
    fields?.close();
    expect(notes).toEqual([]);
  });

  it('that are needed and absent, or empty, are noted', () => {
    expect(notesOf('a: 1\n', (fields) => fields.text('title'))).toEqual([['field-missing', 1, '"title" is needed']]);
    expect(notesOf('a: 1\ntitle: " "\n', (fields) => fields.text('title'))).toEqual([
      ['field-missing', 2, '"title" must not be empty'],
    ]);
  });

  it('that nobody knows are noted with their line and what is known', () => {
    const notes = notesOf('title: x\n\ntittle: y\n', (fields) => {
      fields.text('title');
      fields.close();
    });
    expect(notes).toEqual([['field-unknown', 3, '"tittle"; known here: title']]);
  });

  it.each<[string, (fields: Fields) => unknown, string]>([
    ['title: 2024', (fields) => fields.text('title'), '"title" must be text: put it in quotes'],
    ['title: [a]', (fields) => fields.text('title'), '"title" must be text'],
    ['minutes: "5"', (fields) => fields.number('minutes'), '"minutes" must be a number from 0'],
    ['minutes: -5', (fields) => fields.number('minutes'), '"minutes" must be a number from 0'],
    ['share: 1.5', (fields) => fields.number('share', 0, { max: 1 }), '"share" must be a number from 0 to 1'],
    ['limit: 1.5', (fields) => fields.numberOrNull('limit', { min: 1, whole: true }), '"limit" must be a whole number from 1'],
    ['required: yes', (fields) => fields.flag('required', true), '"required" must be true or false'],
    ['reveal: later', (fields) => fields.choice('reveal', ['never', 'always'], 'never'), '"reveal" must be one of never, always'],
    ['tags: a', (fields) => fields.texts('tags'), '"tags" must be a list'],
    ['tags: [1]', (fields) => fields.texts('tags'), '"tags" must be a list of texts'],
    ['project: x', (fields) => fields.group('project'), '"project" must be fields of its own, indented below it'],
    ['options: [x]', (fields) => fields.groups('options'), 'each entry of "options" must have fields of its own'],
  ])('of another kind than expected (%j) are noted', (yaml, read, detail) => {
    expect(notesOf(yaml, read)).toEqual([['field-malformed', 1, detail]]);
  });

  it('take no part of another field: aliases are not followed', () => {
    expect(notesOf('a: &x [1]\nb: *x\n', (fields) => fields.texts('b'))).toEqual([['field-malformed', 2, '"b" must be a list']]);
  });

  it('cannot reach into the machinery', () => {
    const notes = notesOf('__proto__: {x: 1}\nconstructor: 2\n', (fields) => fields.close());
    expect(notes.map(([code]) => code)).toEqual(['field-unknown', 'field-unknown']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('YAML that cannot be read', () => {
  it.each([
    ['a: b: c\n', 1],
    ['a: 1\na: 2\n', 2],
    ["a: 'open\n", 2],
    ['- a\n', 1],
    ['', 1],
  ])('%j is noted with its line', (yaml, line) => {
    const { fields, notes } = open(yaml, 10);
    expect(fields).toBeNull();
    expect(notes[0]?.slice(0, 2)).toEqual(['yaml-malformed', line + 10]);
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['mappings in braces', '{a: '.repeat(100_000)],
    ['lists', '- '.repeat(100_000)],
    ['keys', '? '.repeat(100_000)],
    ['mappings', Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('because %s are nested without end is noted', (_, yaml) => {
    expect(open(yaml).notes).toEqual([['yaml-malformed', null, 'indented too far, or too many brackets open']]);
  });

  it('as deep as is allowed is read', () => {
    const yaml = `a: ${'['.repeat(119)}${']'.repeat(119)}\nb:\n${Array.from({ length: 118 }, (_, depth) => `${' '.repeat(depth + 1)}c:`).join('\n')}`;
    expect(open(yaml).notes).toEqual([]);
  });

  it('does not grow by aliases of aliases', () => {
    const bomb = ['a0: &a0 [x]', ...Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`)].join(
      '\n',
    );
    expect(open(bomb).fields?.texts('a30')).toEqual([]);
  });
});
