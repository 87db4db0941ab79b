import type { PipeTransform } from '@nestjs/common';
import { MEMBER_ROLES, type Role } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';

/** A role that there is not is held by nobody. */
export class KnownRole implements PipeTransform<string, Role> {
  transform(value: string): Role {
    const role = MEMBER_ROLES.find((known) => known === value);
    if (!role) throw new Problem(notFound);
    return role;
  }
}
