import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { type FieldError, Problem } from './problem.js';
import { invalidFields } from './problems.js';

/** Bodies, queries and path parameters against their DTOs: unknown fields are refused, nothing is converted by guess. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new Problem(invalidFields, { errors: errors.flatMap((error) => fieldErrors(error, '')) }),
  });
}

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const step = /^\d+$/.test(error.property) ? `[${error.property}]` : parent ? `.${error.property}` : error.property;
  const field = `${parent}${step}`;
  const own = Object.entries(error.constraints ?? {}).map(([code, detail]) => ({
    field,
    code: code === 'whitelistValidation' ? 'unknown' : code,
    detail: code === 'whitelistValidation' ? 'There is no such field here.' : detail,
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, field))];
}
