import { ApiProperty } from '@nestjs/swagger';
import { Id, Month } from '../../../platform/http/fields.js';
import { OFFERING_DATE_KINDS, type OfferingDateKind } from '../domain/offering-dates.js';

export class OfferingMonthQuery {
  @Month({ description: 'Its weeks, from Monday to Sunday, by the institution’s time zone.' })
  month: string;

  @Id({ optional: true })
  editionId?: string;

  @Id({ optional: true, description: 'Of any of its editions.' })
  microCredentialId?: string;
}

export class DatedOfferingView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  title: string;

  @ApiProperty({ description: 'The title of its edition.' })
  microCredential: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'null: as many as come.' })
  seats: number | null;

  @ApiProperty({ type: 'integer' })
  taken: number;

  @ApiProperty({ type: 'integer', description: 'On the waitlist.' })
  waiting: number;
}

export class OfferingDateView {
  @ApiProperty({ format: 'uuid' })
  offeringId: string;

  @ApiProperty({ enum: OFFERING_DATE_KINDS })
  kind: OfferingDateKind;

  @ApiProperty({
    format: 'date',
    description: 'Where the institution is. What is over at midnight was there until the day before.',
  })
  day: string;

  @ApiProperty({ format: 'date-time' })
  at: string;
}

export class OfferingCalendarView {
  @ApiProperty({ description: 'The institution’s (IANA): days are counted in it.' })
  timeZone: string;

  @ApiProperty({ type: [DatedOfferingView], description: 'Those that have a date in the time.' })
  offerings: DatedOfferingView[];

  @ApiProperty({ type: [OfferingDateView], description: 'The earliest first.' })
  dates: OfferingDateView[];

  @ApiProperty({ description: 'There are more than 500 offerings, and some are left out: ask for one micro-credential.' })
  isCut: boolean;
}
