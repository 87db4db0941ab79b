import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import type { JsonObject } from '../domain/json.js';
import type { Verification } from '../proof/verify.js';
import { type HolderVerification, verifyHolder } from '../proof/verify-presentation.js';
import { type Audience, VerifyDocument } from './verify-document.js';

export interface PresentationVerification {
  verified: boolean;
  holder: HolderVerification;
  /** In the order of the presentation. */
  credentials: readonly Verification[];
}

/** Checks a presentation: who presents, and every credential by itself. One bad credential spoils the whole (CVE-2024-21669). */
@Injectable()
export class VerifyPresentation {
  constructor(
    private readonly verify: VerifyDocument,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(presentation: JsonObject, audience: Audience): Promise<PresentationVerification> {
    const options = { ...audience, resolve: (id: string) => this.verify.resolve(id), now: this.clock.now() };
    const holder = await verifyHolder(presentation, options);
    const credentials: Verification[] = [];
    for (const credential of holder.credentials) credentials.push(await this.verify.run(credential));
    return { verified: holder.verified && credentials.every(({ verified }) => verified), holder, credentials };
  }
}
