import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Environment } from '../../../platform/config/environment.js';
import { OutboundHttp } from '../../../platform/outbound/outbound-http.js';
import { didKeyDocument } from '../proof/did-key.js';
import { didWebUrl } from '../proof/did-web.js';
import { type Resolved, type Verification, verifyCredential, type VerifyOptions } from '../proof/verify.js';
import { PublicDocuments } from './public-documents.js';

export type Audience = Pick<VerifyOptions, 'domain' | 'challenge'>;

const NOT_OURS = Symbol('not ours');

/** Checks any credential: our own documents are read where they are stored, everybody else's through the guarded client. */
@Injectable()
export class VerifyDocument {
  constructor(
    private readonly documents: PublicDocuments,
    private readonly outbound: OutboundHttp,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** `audience`: whom the proof must have been made for, when it matters. */
  async run(document: unknown, audience: Audience = {}): Promise<Verification> {
    return verifyCredential(document, { ...audience, resolve: (id) => this.resolve(id), now: this.clock.now() });
  }

  /** The document behind a DID or a status list's URL. */
  async resolve(id: string): Promise<Resolved> {
    if (id.startsWith('did:key:')) return found(didKeyDocument(id) ?? null);
    const own = await this.own(id);
    if (own !== NOT_OURS) return found(own);
    const url = id.startsWith('did:') ? didWebUrl(id) : id;
    if (!url) return { ok: false, reason: 'did-method-unsupported' };
    const answer = await this.outbound.getJson(url, {
      accept: 'application/vc+ld+json, application/did+json, application/ld+json, application/json',
    });
    return answer.ok ? { ok: true, document: answer.body } : { ok: false, reason: answer.reason };
  }

  private async own(id: string): Promise<object | null | typeof NOT_OURS> {
    const { addresses } = this.documents;
    const slug = id.split(':').at(-1) ?? '';
    if (/^[a-z0-9-]{1,100}$/.test(slug) && id === addresses.did(slug)) return this.documents.didDocument(slug);
    const prefix = `${this.environment.publicUrl}/status-lists/`;
    if (!id.startsWith(prefix)) return NOT_OURS;
    const listId = id.slice(prefix.length);
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(listId)) return null;
    const list = await this.documents.statusList(listId);
    return list && (JSON.parse(list.signed) as object);
  }
}

function found(document: object | null): Resolved {
  return document ? { ok: true, document } : { ok: false, reason: 'not_found' };
}
