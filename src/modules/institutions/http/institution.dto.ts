import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Email, Nested, NestedList, Text, WebAddress } from '../../../platform/http/fields.js';

/** What OB 3.0 §B.1.11 allows besides extensions, of the types that name organisations. */
const IDENTIFIER_TYPE = /^(?:ext:[\w.-]+|identifier|sourcedId|sisSourcedId|oneRosterSourcedId|systemId)$/;

export class AccreditationDto {
  @Text({ min: 1, max: 200, description: 'Who accredits.' })
  body: string;

  @Text({ max: 2_000 })
  statement: string;

  @WebAddress({ nullable: true })
  url: string | null;
}

export class OrganizationIdentifierDto {
  @Text({ min: 1, max: 300, description: 'Such as https://ror.org/03prydq77.' })
  identifier: string;

  @Matches(IDENTIFIER_TYPE, { message: 'Use ext: and a name such as ext:ROR, or a type of Open Badges 3.0.' })
  @Text({ max: 100, description: 'Such as ext:ROR or ext:CTID, or a type of Open Badges 3.0 such as sourcedId.' })
  identifierType: string;
}

export class ParentOrganizationDto {
  @Text({ min: 1, max: 200 })
  name: string;

  @WebAddress({ description: 'Names it in badges.' })
  url: string;
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

  @Matches(/^[A-Z]{2}$/, { message: 'Use two capital letters such as AT.' })
  @Text({ min: 2, max: 2, optional: true, nullable: true, description: 'ISO 3166-1 alpha-2.' })
  countryCode?: string | null;

  @Text({ min: 1, max: 100, optional: true, nullable: true })
  region?: string | null;

  @WebAddress({ optional: true, nullable: true, description: 'Logo or seal; badges name it.' })
  imageUrl?: string | null;

  @NestedList(OrganizationIdentifierDto, { maxItems: 10, optional: true })
  identifiers?: OrganizationIdentifierDto[];

  @Nested(ParentOrganizationDto, { optional: true, nullable: true })
  parentOrganization?: ParentOrganizationDto | null;

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

  @ApiProperty({ type: 'string', nullable: true })
  region: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  imageUrl: string | null;

  @ApiProperty({ type: [OrganizationIdentifierDto] })
  identifiers: OrganizationIdentifierDto[];

  @ApiProperty({ type: ParentOrganizationDto, nullable: true })
  parentOrganization: ParentOrganizationDto | null;

  @ApiProperty()
  language: string;

  @ApiProperty()
  timeZone: string;

  @ApiProperty({ type: [AccreditationDto] })
  accreditation: AccreditationDto[];

  @ApiProperty({ type: 'integer' })
  version: number;
}
