import { describe, expect, it } from '@jest/globals';
import { Nested, NestedList, OneOf, Text, Whole } from './fields.js';
import { type FieldError, Problem } from './problem.js';
import { validationPipe } from './validation.js';
import { NestedVariant, NestedVariantList } from './variants.js';

class Circle {
  @OneOf(['circle'])
  kind: 'circle';

  @Whole({ min: 1, max: 9 })
  radius: number;
}

class Square {
  @OneOf(['square'])
  kind: 'square';

  @Whole({ min: 1, max: 9 })
  side: number;
}

const SHAPES = { circle: Circle, square: Square };

class Label {
  @Text({ min: 1, max: 5 })
  text: string;
}

class Drawing {
  @NestedVariant('kind', SHAPES)
  frame: Circle | Square;

  @NestedVariantList('kind', SHAPES, { maxItems: 2 })
  shapes: (Circle | Square)[];

  @Nested(Label, { optional: true })
  title?: Label;

  @NestedList(Label, { maxItems: 2, optional: true })
  labels?: Label[];
}

const circle = { kind: 'circle', radius: 2 };
const pipe = validationPipe();
const read = (drawing: object) => pipe.transform({ frame: circle, shapes: [], ...drawing }, { type: 'body', metatype: Drawing });

async function errorsOf(drawing: object): Promise<FieldError[]> {
  const refusal: unknown = await read(drawing).catch((error: unknown) => error);
  if (!(refusal instanceof Problem)) throw new Error('It was not refused', { cause: refusal });
  return refusal.particulars.errors ?? [];
}

describe('a field with variants', () => {
  it('takes each shape by its kind', async () => {
    const drawing = await read({ shapes: [{ kind: 'square', side: 3 }, circle] });
    expect(drawing).toEqual({ frame: circle, shapes: [{ kind: 'square', side: 3 }, circle] });
    expect(drawing.shapes[0]).toBeInstanceOf(Square);
  });

  it('names the fields that are wrong for the shape', async () => {
    const errors = await errorsOf({ shapes: [circle, { kind: 'square', side: 0, radius: 1 }] });
    expect(errors.map(({ field, code }) => `${field} ${code}`).sort()).toEqual([
      'shapes[1].radius unknown',
      'shapes[1].side min',
    ]);
  });

  it.each(['triangle', 'constructor', '__proto__', null, 7, ['circle']])(
    'says which kinds there are when it is %p',
    async (kind) => {
      const errors = await errorsOf({ frame: { kind, side: 3 } });
      expect(errors).toEqual([
        { field: 'frame.kind', code: 'isIn', detail: 'kind must be one of the following values: circle, square' },
      ]);
    },
  );

  it.each([[null], [[]], ['circle'], [7], [[circle]]])('refuses %p in its place', async (value) => {
    expect((await errorsOf({ frame: value })).every(({ field }) => field.startsWith('frame'))).toBe(true);
    expect((await errorsOf({ shapes: [circle, value] })).every(({ field }) => field.startsWith('shapes'))).toBe(true);
  });

  it('refuses what is not a list where a list belongs', async () => {
    expect(await errorsOf({ shapes: circle })).toContainEqual(expect.objectContaining({ field: 'shapes', code: 'isArray' }));
  });

  it('answers an endless list with few errors', async () => {
    const errors = await errorsOf({ shapes: Array.from({ length: 200_000 }, () => ({})) });
    expect(errors.length).toBeLessThan(10);
    expect(errors).toContainEqual(expect.objectContaining({ field: 'shapes', code: 'arrayMaxSize' }));
  });
});

describe('a nested field', () => {
  it.each([[[]], [[{ text: 'a' }]], [null], ['a']])('refuses %p in place of an object', async (value) => {
    expect((await errorsOf({ title: value })).every(({ field }) => field.startsWith('title'))).toBe(true);
  });

  it('refuses lists inside a list of objects', async () => {
    expect((await errorsOf({ labels: [[]] })).map(({ code }) => code)).toEqual(['isObject']);
  });

  it('answers an endless list with few errors', async () => {
    const errors = await errorsOf({ labels: Array.from({ length: 200_000 }, () => ({})) });
    expect(errors.length).toBeLessThan(20);
    expect(errors).toContainEqual(expect.objectContaining({ field: 'labels', code: 'arrayMaxSize' }));
  });
});
