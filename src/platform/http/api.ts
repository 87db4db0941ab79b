import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiResponse } from '@nestjs/swagger';

/** The route changes something that may have changed meanwhile: it wants the ETag, and answers 412 or 428. */
export const IfMatch = () =>
  applyDecorators(
    ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you last saw.', schema: { type: 'string' } }),
    ApiResponse({ status: 412, description: 'Somebody else changed it meanwhile.' }),
    ApiResponse({ status: 428, description: 'If-Match is missing.' }),
  );

/** The route creates: sent twice with one Idempotency-Key, it has one effect and answers the same. */
export const Idempotent = () =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Makes a repeated request safe for 24 hours.',
      schema: { type: 'string' },
    }),
    ApiResponse({ status: 422, description: 'The key was used for another request, or a rule refuses.' }),
  );
