import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { isUUID, ValidateBy } from 'class-validator';

interface RecordLimits {
  maxEntries: number;
  description: string;
}

/** An object whose keys are file paths as a page names them, and whose values are file ids. */
export const FileIdByPath = ({ maxEntries, description }: RecordLimits) =>
  recordField(
    { description, additionalProperties: { type: 'string', format: 'uuid' } },
    `an object of at most ${maxEntries} paths (1 to 300 characters), each with the id of a file`,
    (entries) =>
      entries.length <= maxEntries && entries.every(([path, id]) => path.length >= 1 && path.length <= 300 && isUUID(id)),
  );

/** An object whose keys are course ids and whose values are points. */
export const PointsByCourse = ({ maxEntries, description }: RecordLimits) =>
  recordField(
    { description, additionalProperties: { type: 'number', minimum: 0, maximum: 100_000 } },
    `an object of at most ${maxEntries} course ids, each with 0 to 100000 points`,
    (entries) =>
      entries.length <= maxEntries &&
      entries.every(([id, points]) => isUUID(id) && typeof points === 'number' && points >= 0 && points <= 100_000),
  );

type Entries = [string, unknown][];

function recordField(schema: object, expected: string, fits: (entries: Entries) => boolean) {
  return applyDecorators(
    ApiProperty({ type: 'object', ...schema } as never),
    ValidateBy({
      name: 'record',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'object' && value !== null && !Array.isArray(value) && fits(Object.entries(value)),
        defaultMessage: (given) => `${given?.property} must be ${expected}`,
      },
    }),
  );
}
