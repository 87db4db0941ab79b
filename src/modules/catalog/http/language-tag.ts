import { applyDecorators } from '@nestjs/common';
import { ValidateBy } from 'class-validator';
import { type FieldOptions, Text } from '../../../platform/http/fields.js';
import { isLanguageTag } from '../domain/content-predicates.js';

/** A language as BCP 47 writes it: `en`, `pt-BR`. */
export const LanguageTag = (options: FieldOptions = {}) =>
  applyDecorators(
    Text({ min: 2, max: 35, description: 'BCP 47.', ...options }),
    ValidateBy({
      name: 'languageTag',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && isLanguageTag(value),
        defaultMessage: () => 'Use a language tag such as en or pt-BR.',
      },
    }),
  );
