import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { TimeLimit } from '../../../../platform/time-limit.js';
import { type Verification, verifyCredential, type VerifyOptions } from '../../proof/verifying/verify.js';
import { ExplainLostKey } from '../keys/explain-lost-key.js';
import { LookUpDocuments } from './look-up-documents.js';
import { OwnStatus } from '../status/own-status.js';

export type Audience = Pick<VerifyOptions, 'domain' | 'challenge'>;

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

  /**
   * `audience`: whom the proof must have been made for, when it matters. `known`: texts of our own that were read from the database a moment
   * ago, by their addresses.
   */
  async run(document: unknown, audience: Audience = {}, known?: ReadonlyMap<string, string>): Promise<Verification> {
    const limit = new TimeLimit(VERIFICATION_MS);
    const resolve = (id: string) => this.documents.resolve(id, limit, known);
    const verification = await verifyCredential(document, { ...audience, resolve, now: this.clock.now(), limit });
    return this.ownStatus.tellApart(await this.lostKeys.in(verification));
  }
}
