import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type, type TypeHelpOptions } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/** Each field decorator is check, transform and OpenAPI schema in one, so that the three cannot disagree. */
export interface FieldOptions {
  description?: string;
  /** May be left out. */
  optional?: boolean;
  /** May be `null`. */
  nullable?: boolean;
}

export function field(options: FieldOptions, schema: ApiPropertyOptions, ...checks: PropertyDecorator[]) {
  const { optional = false, nullable = false, description } = options;
  return applyDecorators(
    ApiProperty({
      ...schema,
      ...(description ? { description } : {}),
      required: !optional,
      ...(nullable ? { nullable: true } : {}),
    } as ApiPropertyOptions),
    ...checks,
    // `IsOptional` lets null pass; a field that is merely optional may be absent, not null.
    ...(optional && nullable ? [IsOptional()] : []),
    ...(optional && !nullable ? [ValidateIf((_, value) => value !== undefined)] : []),
    ...(!optional && nullable ? [ValidateIf((_, value) => value !== null)] : []),
  );
}

interface TextOptions extends FieldOptions {
  min?: number;
  max: number;
}

export const Text = ({ min = 0, max, ...options }: TextOptions) =>
  field(options, { type: 'string', minLength: min, maxLength: max }, IsString(), MinLength(min), MaxLength(max));

export const Email = (options: FieldOptions = {}) =>
  field(options, { type: 'string', format: 'email', maxLength: 254 }, IsEmail(), MaxLength(254));

export const WebAddress = (options: FieldOptions = {}) =>
  field(
    options,
    { type: 'string', format: 'uri', maxLength: 2_000 },
    IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }),
    MaxLength(2_000),
  );

export const Id = (options: FieldOptions = {}) => field(options, { type: 'string', format: 'uuid' }, IsUUID());

export const Flag = (options: FieldOptions = {}) => field(options, { type: 'boolean' }, IsBoolean());

export const Moment = (options: FieldOptions = {}) =>
  field(
    options,
    { type: 'string', format: 'date-time' },
    IsDateString({ strict: true, strictSeparator: true }),
    IsReadableDate(),
  );

const MONTH = /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/;

/** `2026-03` */
export const Month = (options: FieldOptions = {}) =>
  field(
    options,
    { type: 'string', pattern: MONTH.source },
    IsString(),
    Matches(MONTH, { message: '$property must be a month such as 2026-03' }),
  );

/** ISO 8601 has weeks (`2026-W05`) and days of the year, which `Date` cannot read. */
function IsReadableDate(): PropertyDecorator {
  return ValidateBy({
    name: 'isReadableDate',
    validator: {
      validate: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
      defaultMessage: () => '$property must be a date and time such as 2026-03-01T09:30:00Z',
    },
  });
}

interface RangeOptions extends FieldOptions {
  min: number;
  max: number;
}

export const Whole = ({ min, max, ...options }: RangeOptions) =>
  field(options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));

export const Decimal = ({ min, max, ...options }: RangeOptions) =>
  field(
    options,
    { type: 'number', minimum: min, maximum: max },
    IsNumber({ allowNaN: false, allowInfinity: false }),
    Min(min),
    Max(max),
  );

export const OneOf = <Value extends string>(values: readonly Value[], options: FieldOptions = {}) =>
  field(options, { type: 'string', enum: [...values] }, IsIn([...values]));

export interface ListOptions extends FieldOptions {
  minItems?: number;
  maxItems: number;
}

export const TextList = ({ minItems = 0, maxItems, min = 0, max, ...options }: ListOptions & Pick<TextOptions, 'min' | 'max'>) =>
  field(
    options,
    { type: 'array', items: { type: 'string', minLength: min, maxLength: max }, minItems, maxItems },
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    IsString({ each: true }),
    MinLength(min, { each: true }),
    MaxLength(max, { each: true }),
  );

export const IdList = ({ minItems = 0, maxItems, ...options }: ListOptions) =>
  field(
    options,
    { type: 'array', items: { type: 'string', format: 'uuid' }, minItems, maxItems },
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    IsUUID(undefined, { each: true }),
  );

export const OneOfList = <Value extends string>(values: readonly Value[], { minItems = 0, maxItems, ...options }: ListOptions) =>
  field(
    options,
    { type: 'array', items: { type: 'string', enum: [...values] }, minItems, maxItems },
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    IsIn([...values], { each: true }),
  );

// `ValidateNested` alone lets an empty list pass as an object.
export const Nested = (type: new () => object, options: FieldOptions = {}) =>
  field(
    options,
    { type },
    IsObject(),
    ValidateNested(),
    Type(() => type),
  );

export const NestedList = (type: new () => object, { minItems = 0, maxItems, ...options }: ListOptions) =>
  field(
    options,
    { type: [type], minItems, maxItems },
    IsArray(),
    ArrayMinSize(minItems),
    ArrayMaxSize(maxItems),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type((given) => {
      cutList(given, maxItems);
      return type;
    }),
  );

/**
 * Keeps one item more than allowed of the list that is about to be read, which is enough for it to be refused. A body of a megabyte
 * can list hundreds of thousands of empty objects, and each would cost a full set of errors.
 */
export function cutList(given: TypeHelpOptions | undefined, maxItems: number): void {
  const list: unknown = given?.object[given.property];
  if (Array.isArray(list) && list.length > maxItems) list.length = maxItems + 1;
}
