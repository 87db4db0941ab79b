import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { TimeLimit } from '../../../../platform/time-limit.js';
import type { JsonObject } from '../../domain/json.js';
import type { Verification } from '../../proof/verifying/verify.js';
import { type HolderVerification, verifyHolder } from '../../proof/verifying/verify-presentation.js';
import { LookUpDocuments } from './look-up-documents.js';
import { type Audience, VERIFICATION_MS, VerifyDocument } from './verify-document.js';

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
    private readonly documents: LookUpDocuments,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(presentation: JsonObject, audience: Audience): Promise<PresentationVerification> {
    const limit = new TimeLimit(VERIFICATION_MS);
    const resolve = (id: string) => this.documents.resolve(id, limit);
    const options = { ...audience, resolve, now: this.clock.now(), limit };
    const holder = await verifyHolder(presentation, options);
    const credentials: Verification[] = [];
    for (const credential of holder.credentials) credentials.push(await this.verify.run(credential));
    return { verified: holder.verified && credentials.every(({ verified }) => verified), holder, credentials };
  }
}
