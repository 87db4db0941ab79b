import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { field, type FieldOptions, Id, NestedList, OneOf, Text } from '../../../platform/http/fields.js';
import { BADGE_ICONS } from '../domain/badge-icons.js';
import { BADGE_SHAPES, type BadgeDesign, MOST_LETTERS } from '../domain/badge-design.js';
import { COLOUR, type Colour } from '../domain/colour.js';
import { CERTIFICATE_TEMPLATES, type CertificateTemplate } from '../domain/look.js';

const ColourField = (options: FieldOptions) =>
  field(
    options,
    { type: 'string', pattern: COLOUR.source },
    Matches(COLOUR, { message: '$property must be a colour such as #0b3d5c' }),
  );

class Colours {
  @ColourField({ description: 'Such as #0b3d5c.' })
  background: Colour;

  @ColourField({ description: 'Has to stand out from the background by 3 to 1.' })
  accent: Colour;
}

export class BadgeDesignDto extends Colours {
  @OneOf(BADGE_SHAPES)
  shape: BadgeDesign['shape'];

  @OneOf(BADGE_ICONS)
  icon: BadgeDesign['icon'];

  @Text({ min: 1, max: MOST_LETTERS.title })
  title: string;

  @Text({ max: MOST_LETTERS.level, description: 'Such as EQF 6; may be empty.' })
  level: string;

  @Text({ max: MOST_LETTERS.ring, description: 'Along the rim, or below the title; may be empty.' })
  ring: string;
}

export class BadgeDesignView {
  @ApiProperty({ type: 'integer', description: 'Of the micro-credential.' })
  version: number;

  @ApiProperty({ type: BadgeDesignDto })
  design: BadgeDesign;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'null: no picture was chosen, and the design is what will be drawn.',
  })
  fileId: string | null;

  @ApiProperty({ description: 'False where the picture was uploaded, and the design is a proposal.' })
  drawn: boolean;
}

export class SignatoryDto {
  @Text({ min: 1, max: 100 })
  name: string;

  @Text({ max: 150, description: 'Such as Dean of Continuing Education.' })
  role: string;

  @Id({
    nullable: true,
    description: 'A picture of the signature, uploaded with the purpose badge-image. It is public on every certificate.',
  })
  signatureFileId: string | null;
}

export class LookDto extends Colours {
  @OneOf(CERTIFICATE_TEMPLATES)
  template: CertificateTemplate;

  @Id({ nullable: true, description: 'A picture, uploaded with the purpose badge-image.' })
  logoFileId: string | null;

  @NestedList(SignatoryDto, { maxItems: 3 })
  signatories: SignatoryDto[];

  @field(
    { nullable: true, description: 'The number of the institution’s LinkedIn page.' },
    { type: 'string', pattern: '^[0-9]{1,20}$' },
    Matches(/^[0-9]{1,20}$/, { message: '$property must be a number' }),
  )
  linkedInOrganizationId: string | null;
}

export class ThemeView {
  @ApiProperty({ type: 'string', nullable: true, description: '`null` while no look was chosen.' })
  background: Colour | null;

  @ApiProperty({ type: 'string', nullable: true, description: '`null` while no look was chosen.' })
  accent: Colour | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  logoFileId: string | null;
}

export class LookView extends LookDto {
  @ApiProperty({ type: 'integer', description: '0 while nothing was chosen.' })
  version: number;
}
