import { Param, type PipeTransform } from '@nestjs/common';
import { Problem } from './problem.js';
import { notFound } from './problems.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An id that cannot exist is one that does not exist. */
class ExistingId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new Problem(notFound);
    return value.toLowerCase();
  }
}

/** A UUID in the path. */
export const IdParam = (name = 'id') => Param(name, new ExistingId());
