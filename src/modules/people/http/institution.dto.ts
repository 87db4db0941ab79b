import { Matches } from 'class-validator';
import { Text } from '../../../platform/http/fields.js';

export class OpenInstitutionDto {
  @Text({ min: 2, max: 63, description: 'Short name in addresses and in the issuer’s identifier; it never changes.' })
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'Use lower-case letters a to z, digits and single hyphens between them.' })
  slug: string;

  @Text({ min: 1, max: 200 })
  name: string;

  @Text({ min: 2, max: 35, description: 'BCP 47.' })
  language: string;

  @Text({ min: 1, max: 64, description: 'IANA time zone.' })
  timeZone: string;
}
