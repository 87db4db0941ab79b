import { Injectable } from '@nestjs/common';
import { type EuropeanCredential, europeanCredential } from '../domain/european-credential.js';
import { ShownCredential } from './shown-credential.js';

@Injectable()
export class ExportToEuropass {
  constructor(private readonly shownCredential: ShownCredential) {}

  async run(publicId: string): Promise<EuropeanCredential> {
    return europeanCredential((await this.shownCredential.inForce(publicId)).facts);
  }
}
