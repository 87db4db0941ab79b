import { Injectable } from '@nestjs/common';
import { linkedInAddress } from '../domain/linkedin.js';
import { InstitutionLooks } from './institution-looks.js';
import { ShownCredential } from './shown-credential.js';

@Injectable()
export class ShareOnLinkedIn {
  constructor(
    private readonly shownCredential: ShownCredential,
    private readonly looks: InstitutionLooks,
  ) {}

  /** The address of LinkedIn's form. The institution's page there is today's, whenever the credential was issued. */
  async run(publicId: string): Promise<string> {
    const { credential, facts } = await this.shownCredential.inForce(publicId);
    return linkedInAddress(facts, (await this.looks.today(credential.institutionId)).linkedInOrganizationId);
  }
}
