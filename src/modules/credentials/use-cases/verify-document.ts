import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Verification, verifyCredential } from '../proof/verify.js';
import { ExplainLostKey } from './explain-lost-key.js';
import { LookUpDocuments } from './look-up-documents.js';
import { OwnStatus } from './own-status.js';

/** For everything that one verification looks up and computes together. Whoever waits at a page is answered before they give up. */
export const VERIFICATION_MS = 4_500;

/** Checks any credential with a proof: our own documents are read where they are stored, everybody else's through the guarded client. */
@Injectable()
export class VerifyDocument {
  constructor(
    private readonly documents: LookUpDocuments,
    private readonly ownStatus: OwnStatus,
    private readonly lostKeys: ExplainLostKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(document: unknown): Promise<Verification> {
    const signal = AbortSignal.timeout(VERIFICATION_MS);
    const options = { resolve: (id: string) => this.documents.resolve(id, signal), now: this.clock.now(), signal };
    return this.ownStatus.tellApart(await this.lostKeys.in(await verifyCredential(document, options)));
  }
}
