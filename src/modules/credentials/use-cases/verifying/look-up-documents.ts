import { Injectable } from '@nestjs/common';
import { AskedTogether } from '../../../../platform/asked-together.js';
import { Environment } from '../../../../platform/config/environment.js';
import { system } from '../../../../platform/database/scope.js';
import { Sql } from '../../../../platform/database/sql.js';
import { OutboundHttp } from '../../../../platform/outbound/outbound-http.js';
import { RecentlyUsed } from '../../../../platform/recently-used.js';
import type { TimeLimit } from '../../../../platform/time-limit.js';
import { isJsonObject } from '../../domain/json.js';
import { didKeyDocument } from '../../proof/keys/did-key.js';
import { didWebUrl } from '../../proof/keys/did-web.js';
import { isCompactJws } from '../../proof/verifying/read-jws.js';
import { readJsonObject } from '../../proof/verifying/read-json.js';
import { settle } from '../../proof/verifying/settled.js';
import type { Resolved } from '../../proof/verifying/verify.js';
import { alternateLink } from '../../verifying/alternate-link.js';
import type { Fetched } from '../../verifying/badge-parts.js';
import { LARGEST_FILE, type ReadMaterial, unreadable } from '../../verifying/material.js';
import { readFile } from '../../verifying/read-file.js';
import { decodeText } from '../../verifying/read-text.js';
import { LIST_SINCE, type ListRow } from '../../data/published.sql.js';
import { IssuerAddresses } from '../issuing/issuer-addresses.js';
import { IssuerKeyDocuments } from '../keys/issuer-key-documents.js';

const SCOPE = system('status lists are public');
const NOT_OURS = Symbol('not ours');
const KEY = /^\/issuers\/([a-z0-9-]{1,100})\/keys\/([A-Za-z0-9_-]{1,1000})$/;
const DOCUMENTS = /^(?:application|text)\/(?:[\w.+-]+\+)?(?:json|jwt)$/;
const FILES =
  /^(?:(?:application|text)\/(?:[\w.+-]+\+)?(?:json|jwt)|text\/(?:plain|html)|image\/(?:png|svg\+xml)|application\/pdf)$/;
const ACCEPT_DOCUMENT =
  'application/vc+ld+json, application/did+json, application/ld+json, application/json, application/vc+jwt;q=0.9';
const ACCEPT_FILE = `${ACCEPT_DOCUMENT}, image/png;q=0.8, image/svg+xml;q=0.8, application/pdf;q=0.8, text/html;q=0.5`;
/** Old badges move, and OB 2.0 allows that; each hop is judged like the first address. */
const REDIRECTS = 3;
/** Characters of our own issuers' documents and status lists. */
const MOST_KEPT = 8 * 1024 * 1024;

interface Kept {
  readonly text: string;
  /** Of a status list that was asked for by its version. */
  readonly version: number | null;
  readonly document: object;
}

/** Everything that verifying may look up: our own documents where they are stored, everybody else's through the guarded client. */
@Injectable()
export class LookUpDocuments {
  private readonly addresses: IssuerAddresses;
  private readonly kept = new RecentlyUsed<Kept>(MOST_KEPT);
  /** Many ask about few: the keys of an issuer, and one list of a hundred thousand places. */
  private readonly ours = new AskedTogether((id) => this.own(id));

  constructor(
    private readonly sql: Sql,
    private readonly keys: IssuerKeyDocuments,
    private readonly outbound: OutboundHttp,
    private readonly environment: Environment,
  ) {
    this.addresses = new IssuerAddresses(environment.publicUrl);
  }

  /** What stands behind an issuer's id, or the address of a key or status list. No redirects: the address is what was signed. */
  async resolve(id: string, limit: TimeLimit, known?: ReadonlyMap<string, string>): Promise<Resolved> {
    if (id.startsWith('did:key:')) return found(didKeyDocument(id) ?? null);
    const text = known?.get(id);
    if (text !== undefined) return found(this.settled(id, text));
    const own = await this.ours.ask(id);
    if (own !== NOT_OURS) return found(own);
    const address = id.startsWith('did:') ? didWebUrl(id) : id;
    if (!address) return { ok: false, reason: 'did-method-unsupported' };
    return this.document(address, 0, limit);
  }

  /** What the web answers under the address of a hosted badge or one of its parts. */
  async fetch(address: string, limit: TimeLimit): Promise<Fetched> {
    const fetched = await this.document(address, REDIRECTS, limit);
    if (!fetched.ok) return fetched;
    return isJsonObject(fetched.document) ? { ok: true, document: fetched.document } : { ok: false, reason: 'not_json' };
  }

  /** The credential behind an address that somebody was given: a document, a picture, or a page that says where its document is. */
  async material(address: string, { signal }: TimeLimit): Promise<ReadMaterial> {
    const ask = { accept: ACCEPT_FILE, types: FILES, redirects: REDIRECTS, bytes: LARGEST_FILE, signal };
    const answer = await this.outbound.get(address, ask);
    if (!answer.ok) return unreadable('address-refused', `${address}: ${answer.reason}`);
    if (answer.contentType !== 'text/html') return readFile(answer.bytes);
    const link = alternateLink(decodeText(answer.bytes) ?? '', answer.address);
    if (!link)
      return unreadable(
        'nothing-inside',
        'The page does not say where its credential is. Download the credential and bring that.',
      );
    const linked = await this.outbound.get(link, ask);
    if (!linked.ok) return unreadable('address-refused', `${link}: ${linked.reason}`);
    return readFile(linked.bytes);
  }

  private async document(address: string, redirects: number, { signal }: TimeLimit): Promise<Resolved & { status?: number }> {
    const answer = await this.outbound.get(address, { accept: ACCEPT_DOCUMENT, types: DOCUMENTS, redirects, signal });
    if (!answer.ok) return answer;
    const text = decodeText(answer.bytes);
    if (text === undefined) return { ok: false, reason: 'not_json' };
    if (isCompactJws(text.trim())) return { ok: true, document: text.trim() };
    const read = readJsonObject(text);
    return read.ok ? read : { ok: false, reason: 'not_json', detail: read.detail };
  }

  private async own(id: string): Promise<object | null | typeof NOT_OURS> {
    const { addresses } = this;
    const slug = id.split(':').at(-1) ?? '';
    if (/^[a-z0-9-]{1,100}$/.test(slug) && id === addresses.did(slug)) {
      const document = await this.keys.didDocument(slug);
      return document && this.settled(id, JSON.stringify(document));
    }
    const [, issuer = '', fragment = ''] = KEY.exec(id.slice(this.environment.publicUrl.length)) ?? [];
    if (fragment !== '' && id === addresses.key(issuer, fragment)) return this.keys.findKey(issuer, fragment);
    const prefix = `${this.environment.publicUrl}/status-lists/`;
    if (!id.startsWith(prefix)) return NOT_OURS;
    const listId = id.slice(prefix.length);
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(listId) ? this.statusList(id, listId) : null;
  }

  /** As it is signed at this moment; its text crosses over only when it was signed anew. */
  private async statusList(id: string, listId: string): Promise<object | null> {
    const kept = this.kept.get(id);
    const [list] = await this.sql.read<ListRow>(SCOPE, LIST_SINCE, [listId, kept?.version ?? null]);
    if (!list) return null;
    return list.signed === null ? (kept?.document ?? null) : this.settled(id, list.signed, list.version);
  }

  /** The same object for as long as the text stays the same, so that the verifier need not look at it anew. */
  private settled(id: string, text: string, version: number | null = null): object | null {
    const kept = this.kept.get(id);
    if (kept?.text === text && (version === null || kept.version === version)) return kept.document;
    const document = kept?.text === text ? kept.document : settle(text);
    if (!document) return null;
    this.kept.set(id, { text, version, document }, text.length);
    return document;
  }
}

function found(document: object | null): Resolved {
  return document ? { ok: true, document } : { ok: false, reason: 'not_found' };
}
