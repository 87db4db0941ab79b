import { getSchemaPath } from '@nestjs/swagger';
import { plainToInstance, Transform, type TransformFnParams, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsObject, ValidateNested } from 'class-validator';
import { cutList, field, type FieldOptions, type ListOptions } from './fields.js';

type Shape = new () => object;

/** The shapes that something can have, by the value of the field that tells them apart. */
export type Shapes = Record<string, Shape>;

/**
 * A field that holds one of several shapes, told apart by the field `by` inside it. Its controllers declare the shapes with
 * `@ApiExtraModels`, because a shape may hold itself. class-transformer's own discriminator is not used: it fails on `null` in a list.
 */
export const NestedVariant = (by: string, shapes: Shapes, options: FieldOptions = {}) => {
  const shaped = shaper(by, shapes);
  return field(
    options,
    oneOf(by, shapes),
    IsObject(),
    ValidateNested(),
    Transform((given: TransformFnParams) => shaped(asSent(given))),
  );
};

/** As `NestedVariant`, for a list of them. */
export const NestedVariantList = (by: string, shapes: Shapes, { minItems = 0, maxItems, ...options }: ListOptions) => {
  const shaped = shaper(by, shapes);
  return field(
    options,
    { type: 'array', items: oneOf(by, shapes), minItems, maxItems },
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    // Asked before the list is copied.
    Type((given) => {
      cutList(given, maxItems);
      return Object;
    }),
    Transform((given: TransformFnParams) => {
      const list = asSent(given);
      return Array.isArray(list) ? list.map(shaped) : list;
    }),
  );
};

/** How OpenAPI says it. */
export function oneOf(by: string, shapes: Shapes) {
  return {
    oneOf: Object.values(shapes).map((shape) => ({ $ref: getSchemaPath(shape) })),
    discriminator: {
      propertyName: by,
      mapping: Object.fromEntries(Object.entries(shapes).map(([value, shape]) => [value, getSchemaPath(shape)])),
    },
  };
}

/** `value` is already a copy without a class. */
function asSent({ obj, key }: TransformFnParams): unknown {
  return (obj as Record<string, unknown>)[key];
}

function shaper(by: string, shapes: Shapes): (value: unknown) => unknown {
  class UnknownShape {}
  IsIn(Object.keys(shapes))(UnknownShape.prototype, by);
  return (value) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const told = (value as Record<string, unknown>)[by];
    const Chosen = typeof told === 'string' && Object.hasOwn(shapes, told) ? shapes[told] : undefined;
    // Of an unknown shape nothing else is said: which other fields there should be depends on this one.
    return Chosen ? plainToInstance(Chosen, value) : Object.assign(new UnknownShape(), { [by]: told });
  };
}
