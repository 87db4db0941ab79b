import { Injectable } from '@nestjs/common';
import { system } from '../../../../platform/database/scope.js';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { type ReadEndorsement, readEndorsement } from '../../domain/endorsement.js';
import type { JsonObject } from '../../domain/json.js';
import type { Verification } from '../../proof/verifying/verification.js';
import { VerifyDocument } from '../verifying/verify-document.js';
import { EndorsedSubject, type KnownSubject } from './endorsed-subject.js';
import type { KnownEndorsement } from './read-endorsements.js';

const SCOPE = system('what an endorsement names may be of any institution, and is public');

/** A given endorsement as people are shown it. */
export interface EndorsementShown {
  said: ReadEndorsement;
  givenAt: Date;
  /** What it endorses, where that is on this Cairn. */
  subject: KnownSubject | null;
  checked: Verification;
}

/** Reads what was signed of an endorsement, finds what it is about, and checks it as any verifier would. */
@Injectable()
export class ShowEndorsement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly subjects: EndorsedSubject,
    private readonly verify: VerifyDocument,
  ) {}

  async run({ id, givenAt }: KnownEndorsement, signed: string): Promise<EndorsementShown> {
    const document = JSON.parse(signed) as JsonObject;
    const said = readEndorsement(document);
    if (!said) throw new Error(`What was signed of ${id} is no endorsement`);
    const subject = await this.work.read(SCOPE, (tx) => this.subjects.find(tx, said.subject));
    return { said, givenAt, subject, checked: await this.verify.run(document) };
  }
}
