import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { Decimal, Id, IdList, OneOf, Text, Whole } from '../../../platform/http/fields.js';
import { Problem } from '../../../platform/http/problem.js';
import { invalidFields } from '../../../platform/http/problems.js';
import { NestedVariant, NestedVariantList } from '../../../platform/http/variants.js';
import { MAX_SEQUENCE_DEPTH, MAX_SEQUENCE_NODES } from '../domain/sequence-tree.js';
import { PointsByCourse } from './record-fields.js';

export class DaysAfterStartDto {
  @OneOf(['days-after-start'])
  type: 'days-after-start';

  @Whole({ min: 0, max: 3_650 })
  days: number;
}

export class FixedReleaseDto {
  @OneOf(['fixed'])
  type: 'fixed';

  @Text({ max: 40, description: 'A day or an instant with its zone: 2026-09-01, 2026-09-01T08:00:00Z.' })
  at: string;
}

const RELEASE_SHAPES = { 'days-after-start': DaysAfterStartDto, fixed: FixedReleaseDto };

class ItemFields {
  @NestedVariant('type', RELEASE_SHAPES, { optional: true, description: 'When it opens.' })
  release?: DaysAfterStartDto | FixedReleaseDto;

  @IdList({ maxItems: 50, optional: true, description: 'Courses that come first.' })
  after?: string[];
}

export class CourseItemDto extends ItemFields {
  @OneOf(['course'])
  type: 'course';

  @Id()
  courseId: string;
}

export class ProjectItemDto extends ItemFields {
  @OneOf(['project'])
  type: 'project';
}

class GroupFields {
  @Text({ max: 200, optional: true })
  title?: string;

  items: SequenceDto[];
}

export class InOrderDto extends GroupFields {
  @OneOf(['in-order'])
  type: 'in-order';
}

export class AllOfDto extends GroupFields {
  @OneOf(['all-of'])
  type: 'all-of';
}

export class AtLeastDto extends GroupFields {
  @OneOf(['at-least'])
  type: 'at-least';

  @Whole({ min: 0, max: MAX_SEQUENCE_NODES, description: 'How many of the items.' })
  count: number;
}

export class PointsDto extends GroupFields {
  @OneOf(['points'])
  type: 'points';

  @Decimal({ min: 0, max: 1_000_000, description: 'How many points of the items.' })
  points: number;

  @PointsByCourse({ maxEntries: MAX_SEQUENCE_NODES, description: 'What each course gives.' })
  weights: Record<string, number>;
}

export type SequenceDto = CourseItemDto | ProjectItemDto | InOrderDto | AllOfDto | AtLeastDto | PointsDto;

export const SEQUENCE_SHAPES = {
  course: CourseItemDto,
  project: ProjectItemDto,
  'in-order': InOrderDto,
  'all-of': AllOfDto,
  'at-least': AtLeastDto,
  points: PointsDto,
};

// A group holds every shape, itself too, so its items can be declared only now that all of them are there. On each group and not
// on what they share: for OpenAPI, a class copies what it inherits when its own first field is declared.
for (const Group of [InOrderDto, AllOfDto, AtLeastDto, PointsDto]) {
  NestedVariantList('type', SEQUENCE_SHAPES, { maxItems: MAX_SEQUENCE_NODES })(Group.prototype, 'items');
}

/** Declared by the controllers whose routes hold sequences. */
export const SEQUENCE_MODELS = [...Object.values(SEQUENCE_SHAPES), ...Object.values(RELEASE_SHAPES)];

/** The tree of a draft. How large it is gets looked at before any part of it is copied. */
export const SequenceTree = (options: { optional?: boolean }) =>
  applyDecorators(
    NestedVariant('type', SEQUENCE_SHAPES, { ...options, description: 'Order and unlocking of the courses and the project.' }),
    Type((given) => {
      if (given) refuseOversized(given.property, given.object[given.property]);
      return Object;
    }),
  );

function refuseOversized(field: string, root: unknown): void {
  let level = [root];
  let nodes = 0;
  for (let depth = 1; level.length > 0; depth++) {
    nodes += level.length;
    if (depth > MAX_SEQUENCE_DEPTH) refuse(field, `It is nested deeper than ${MAX_SEQUENCE_DEPTH} levels.`);
    if (nodes > MAX_SEQUENCE_NODES) refuse(field, `It has more than ${MAX_SEQUENCE_NODES} parts.`);
    level = level.flatMap((node) => {
      const items = (node as { items?: unknown } | null | undefined)?.items;
      return Array.isArray(items) ? (items as unknown[]) : [];
    });
  }
}

function refuse(field: string, detail: string): never {
  throw new Problem(invalidFields, { errors: [{ field, code: 'too_large', detail }] });
}
