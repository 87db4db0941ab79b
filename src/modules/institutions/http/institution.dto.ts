import { ApiProperty } from '@nestjs/swagger';
import { Email, NestedList, Text, WebAddress } from '../../../platform/http/fields.js';

export class AccreditationDto {
  @Text({ min: 1, max: 200, description: 'Who accredits.' })
  body: string;

  @Text({ max: 2_000 })
  statement: string;

  @WebAddress({ nullable: true })
  url: string | null;
}

export class DescribeInstitutionDto {
  @Text({ min: 1, max: 200, optional: true })
  name?: string;

  @Text({ max: 5_000, optional: true })
  description?: string;

  @WebAddress({ optional: true, nullable: true })
  url?: string | null;

  @Email({ optional: true, nullable: true })
  email?: string | null;

  @Text({ min: 2, max: 2, optional: true, nullable: true, description: 'ISO 3166-1 alpha-2.' })
  countryCode?: string | null;

  @Text({ min: 2, max: 35, optional: true, description: 'BCP 47.' })
  language?: string;

  @Text({ min: 1, max: 64, optional: true, description: 'IANA time zone.' })
  timeZone?: string;

  @NestedList(AccreditationDto, { maxItems: 20, optional: true })
  accreditation?: AccreditationDto[];
}

export class InstitutionView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  slug: string;

  @ApiProperty()
  name: string;

  @ApiProperty()
  description: string;

  @ApiProperty({ type: 'string', nullable: true })
  url: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  email: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  countryCode: string | null;

  @ApiProperty()
  language: string;

  @ApiProperty()
  timeZone: string;

  @ApiProperty({ type: [AccreditationDto] })
  accreditation: AccreditationDto[];

  @ApiProperty({ type: 'integer' })
  version: number;
}
