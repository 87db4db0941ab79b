import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Decimal, Flag, Id, Moment, Nested, OneOf, Text, Whole } from '../../../platform/http/fields.js';
import { STAFF_ROLES, type StaffRole } from '../domain/staff-role.js';

export class DueRuleDto {
  @OneOf(['days-after-start', 'fixed'], { description: 'Counted from the learner’s own start, or one day for all.' })
  type: 'days-after-start' | 'fixed';

  @Whole({ min: 1, max: 3_650, optional: true, description: 'With days-after-start.' })
  days?: number;

  @Moment({ optional: true, description: 'With fixed.' })
  at?: string;

  @Text({
    min: 1,
    max: 64,
    nullable: true,
    description: 'IANA time zone: due at the end of that day there. null: to the second.',
  })
  timeZone: string | null;
}

export class LatePolicyDto {
  @Whole({ min: 0, max: 10_080 })
  graceMinutes: number;

  @Decimal({ min: 0, max: 100 })
  penaltyPercentPerDay: number;

  @Decimal({ min: 0, max: 100, description: 'The penalty leaves at least this share of the points.' })
  floorPercent: number;

  @Whole({
    min: 0,
    max: 3_650,
    nullable: true,
    description: 'Nothing is taken this many days after the deadline; null: always taken.',
  })
  cutoffDays: number | null;
}

export class CreateOfferingDto {
  @Id()
  editionId: string;

  @Text({ min: 1, max: 200 })
  title: string;

  @Moment()
  startsAt: string;

  @Moment({ nullable: true })
  endsAt: string | null;

  @Moment()
  enrollFrom: string;

  @Moment({ nullable: true })
  enrollUntil: string | null;

  @Whole({ min: 0, max: 1_000_000, nullable: true, description: 'null: as many as come.' })
  seats: number | null;

  @Flag()
  waitlist: boolean;

  @Flag({ description: 'Learners may enrol themselves.' })
  openEnrollment: boolean;

  @Text({ max: 100 })
  priceLabel: string;

  @Nested(DueRuleDto, { nullable: true })
  projectDue: DueRuleDto | null;

  @Nested(LatePolicyDto)
  latePolicy: LatePolicyDto;
}

export class ChangeOfferingDto {
  @Text({ min: 1, max: 200, optional: true })
  title?: string;

  @Moment({ optional: true })
  startsAt?: string;

  @Moment({ optional: true, nullable: true })
  endsAt?: string | null;

  @Moment({ optional: true })
  enrollFrom?: string;

  @Moment({ optional: true, nullable: true })
  enrollUntil?: string | null;

  @Whole({ min: 0, max: 1_000_000, optional: true, nullable: true })
  seats?: number | null;

  @Flag({ optional: true })
  waitlist?: boolean;

  @Flag({ optional: true })
  openEnrollment?: boolean;

  @Text({ max: 100, optional: true })
  priceLabel?: string;

  @Nested(LatePolicyDto, { optional: true })
  latePolicy?: LatePolicyDto;
}

export class AddStaffDto {
  @Id()
  personId: string;

  @OneOf(STAFF_ROLES)
  role: StaffRole;
}

export class OfferingAbilities {
  @ApiProperty()
  enroll: boolean;

  @ApiProperty()
  manage: boolean;
}

@ApiExtraModels(DueRuleDto)
export class OfferingView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'uuid' })
  editionId: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ format: 'date-time' })
  startsAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  endsAt: string | null;

  @ApiProperty({ format: 'date-time' })
  enrollFrom: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  enrollUntil: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  seats: number | null;

  @ApiProperty()
  waitlist: boolean;

  @ApiProperty()
  openEnrollment: boolean;

  @ApiProperty()
  priceLabel: string;

  @ApiProperty({ nullable: true, allOf: [{ $ref: getSchemaPath(DueRuleDto) }] })
  projectDue: DueRuleDto | null;

  @ApiProperty()
  latePolicy: LatePolicyDto;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  cancelledAt: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty()
  can: OfferingAbilities;
}

export class StaffMemberView {
  @ApiProperty({ format: 'uuid' })
  personId: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ enum: STAFF_ROLES })
  role: StaffRole;
}

export class StaffView {
  @ApiProperty({ type: [StaffMemberView] })
  items: StaffMemberView[];
}
