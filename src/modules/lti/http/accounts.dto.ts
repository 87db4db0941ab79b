import { ApiProperty } from '@nestjs/swagger';
import { Email, Text } from '../../../platform/http/fields.js';

export class LmsStandingView {
  @ApiProperty({ description: 'Of the platform by which you came.' })
  platform: string;

  @ApiProperty({ description: 'Whether you have an account of your own, to sign in to by your e-mail address.' })
  hasAccount: boolean;
}

export class LmsAccountRequestDto {
  @Email()
  email: string;
}

export class LmsAccountRequestView {
  @ApiProperty({ description: 'Six digits. Whoever opens the link of the letter has to enter them.' })
  code: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class LmsWayInView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ description: 'As the institution calls it.' })
  platform: string;

  @ApiProperty({ description: 'Whose platform it is.' })
  institution: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastLaunchAt: string | null;
}

/** What the form of the letter's page sends; what is wrong with it is said beside the field. */
export class LmsAccountForm {
  @Text({ max: 100 })
  token: string;

  @Text({ max: 20 })
  code: string;

  @Text({ max: 1_000, optional: true })
  newPassword?: string;

  @Text({ max: 1_000, optional: true })
  password?: string;
}
