import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type RateLimit, RateLimits } from '../../../../platform/http/rate-limits.js';
import { TimeLimit } from '../../../../platform/time-limit.js';
import type { JsonObject } from '../../domain/json.js';
import type { Verification } from '../../proof/verifying/verify.js';
import { withSubject } from '../../verifying/check-subject.js';
import type { ReadMaterial } from '../../verifying/material.js';
import { readFile } from '../../verifying/read-file.js';
import { readCredentialText } from '../../verifying/read-text.js';
import { notVerifiable, verifyMaterial } from '../../verifying/verify-material.js';
import { ExplainLostKey } from '../keys/explain-lost-key.js';
import { LookUpDocuments } from './look-up-documents.js';
import { OwnStatus } from '../status/own-status.js';
import { VERIFICATION_MS } from './verify-document.js';

/** What somebody hands in, in exactly one of the forms, and perhaps the address of whom they were told it is about. */
export interface Brought {
  readonly form:
    | { readonly kind: 'document'; readonly document: unknown }
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'file'; readonly bytes: Buffer }
    | { readonly kind: 'address'; readonly address: string };
  readonly email?: string;
}

/** Who tries addresses against a hash could find out whose badge it is; who names addresses has us ask them. */
const EMAILS: RateLimit = { name: 'verify-email', points: 30, seconds: 600 };
const ADDRESSES: RateLimit = { name: 'verify-address', points: 60, seconds: 60 };

/** Verifies whatever people bring: a document, a token, a picture, a PDF, an address; of any issuer. Nothing of it is kept or logged. */
@Injectable()
export class VerifyBrought {
  constructor(
    private readonly documents: LookUpDocuments,
    private readonly ownStatus: OwnStatus,
    private readonly lostKeys: ExplainLostKey,
    private readonly limits: RateLimits,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `network` is where the question comes from. Throws `request.too_many`; a bad credential is an answer. */
  async run({ form, email }: Brought, network: string): Promise<Verification> {
    if (email !== undefined) await this.limits.spend(EMAILS, network);
    const limit = new TimeLimit(VERIFICATION_MS);
    let read = readForm(form);
    if (read.ok && read.material.kind === 'address' && form.kind !== 'file') {
      await this.limits.spend(ADDRESSES, network);
      read = await this.documents.material(read.material.address, limit);
    }
    if (!read.ok) return notVerifiable(read.reason, read.detail);
    const told = await verifyMaterial(read.material, {
      resolve: (id) => this.documents.resolve(id, limit),
      fetch: (address) => this.documents.fetch(address, limit),
      now: this.clock.now(),
      limit,
    });
    const verification = await this.ownStatus.tellApart(await this.lostKeys.in(told));
    return email === undefined ? verification : withSubject(verification, email);
  }
}

function readForm(form: Brought['form']): ReadMaterial {
  switch (form.kind) {
    case 'document':
      return { ok: true, material: { kind: 'document', document: form.document as JsonObject } };
    case 'text':
      return readCredentialText(form.text);
    case 'file':
      return readFile(form.bytes);
    case 'address':
      return { ok: true, material: { kind: 'address', address: form.address } };
  }
}
