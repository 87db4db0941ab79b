import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { Flag, Id, IdList, Moment, OneOf, Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';
import { ACT_KINDS, type ActKind } from '../../enrollment/index.js';
import { ROSTER_SORTS, type RosterFilter, type RosterSort } from '../domain/roster.js';
import { GroupedLearnerView } from './overview.dto.js';
import { type EnrollmentState } from '../domain/overview.js';

const STATES = ['invited', 'waitlisted', 'active', 'completed', 'withdrawn', 'expired'] as const;

/** In an address a flag is a word. */
const FlagWord = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export class RosterFilterDto {
  @Id({ optional: true })
  microCredentialId?: string;

  @Id({ optional: true })
  offeringId?: string;

  @OneOf(STATES, { optional: true })
  state?: EnrollmentState;

  @FlagWord()
  @Flag({ optional: true, description: 'Only who may need a word now; see the overview.' })
  atRisk?: boolean;

  @Text({ max: 200, optional: true, description: 'Beginnings of words of the name, or of the address; all of them.' })
  q?: string;

  @Moment({ optional: true, description: 'Places given then or later.' })
  from?: string;

  @Moment({ optional: true, description: 'Places given before then.' })
  to?: string;
}

export class RosterQuery extends IntersectionType(PageQuery, RosterFilterDto) {
  @OneOf(ROSTER_SORTS, {
    optional: true,
    description: 'By when the place was given, newest first unless it is said; or by name.',
  })
  sort?: RosterSort;
}

export class RosterExportQuery extends RosterFilterDto {
  @Text({ max: 37 * 200, optional: true, description: 'These enrolments alone, up to 200, with commas between them.' })
  ids?: string;
}

export class PlanEnrollmentActDto {
  @OneOf(ACT_KINDS)
  kind: ActKind;

  @Moment({ optional: true, description: 'Of `extend`: until when.' })
  dueAt?: string;

  @Id({ optional: true, description: 'Of `transfer`: the offering where they go.' })
  toOfferingId?: string;

  @Text({ max: 200, optional: true, description: 'Of `remind`: of the letter, with placeholders such as {{person.name}}.' })
  subject?: string;

  @Text({ max: 5_000, optional: true, description: 'Of `remind`: of the letter, in the Markdown of letters.' })
  body?: string;

  @Text({ min: 1, max: 1_000 })
  reason: string;

  @IdList({ minItems: 1, maxItems: 1_000, optional: true, description: 'These places. Otherwise all that the filter finds.' })
  enrollmentIds?: string[];

  @ApiProperty({ type: RosterFilterDto, required: false })
  @ValidateNested()
  @Type(() => RosterFilterDto)
  filter?: RosterFilterDto;
}

export class RosterRowView extends GroupedLearnerView {
  @ApiProperty({ description: 'The title of the edition that the learner is on.' })
  microCredential: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;
}

export class RosterCountView {
  @ApiProperty({ type: 'integer' })
  count: number;

  @ApiProperty({ description: 'There are more than that; nobody counted on.' })
  isMore: boolean;
}

export function rosterFilterOf({ microCredentialId, offeringId, state, atRisk, q, from, to }: RosterFilterDto): RosterFilter {
  return {
    microCredentialId,
    offeringId,
    state,
    atRisk,
    q,
    from: from === undefined ? undefined : new Date(from),
    until: to === undefined ? undefined : new Date(to),
  };
}
