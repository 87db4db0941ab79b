import { Injectable } from '@nestjs/common';
import { canParseUrl } from '../../../../platform/can-parse-url.js';
import { isObject } from '../../domain/claim-reader.js';
import { nextPage } from '../../domain/next-page.js';
import { GRADING, type Score, standingOf } from '../../domain/score.js';
import { below, withQuery } from '../../domain/service-address.js';
import type { ServiceFailure } from '../../domain/service-problem.js';
import { SERVICE_SCOPES } from '../../domain/service-scopes.js';
import { PlatformServices, type ServiceCall } from './platform-services.js';
import type { Platform } from './platform-token.js';

/** A platform, and what one of its contexts gave leave for. */
export interface Grantor extends Platform {
  granted: readonly string[];
}

/** A column of a gradebook (AGS 2.0 §3.2). */
export interface PlatformLineItem {
  url: string;
  label: string;
  scoreMaximum: number;
  resourceId: string | null;
  resourceLinkId: string | null;
  tag: string | null;
}

/** What a gradebook shows of somebody (AGS 2.0 §3.3). */
export interface PlatformResult {
  subject: string;
  given: number;
  maximum: number;
}

const TYPES = {
  lineItem: 'application/vnd.ims.lis.v2.lineitem+json',
  lineItems: 'application/vnd.ims.lis.v2.lineitemcontainer+json',
  score: 'application/vnd.ims.lis.v1.score+json',
  results: 'application/vnd.ims.lis.v2.resultcontainer+json',
} as const;
// What remains of the leave for line items where an administrator lets tools only look at them.
const LOOK_AT_ITEMS = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly';
const READ_ITEMS: readonly string[] = [SERVICE_SCOPES.lineItems, LOOK_AT_ITEMS];
const USED: readonly string[] = [...READ_ITEMS, SERVICE_SCOPES.scores, SERVICE_SCOPES.results];
const MOST_PAGES = 50;

/** Assignment and Grade Services 2.0, as a tool uses them. Addresses are those that launches told, and what the platform said of them. */
@Injectable()
export class GradeService {
  constructor(private readonly services: PlatformServices) {}

  async post(
    platform: Grantor,
    lineItemUrl: string,
    { subject, score, timestamp }: { subject: string; score: Score; timestamp: Date },
    signal?: AbortSignal,
  ): Promise<{ ok: true } | ServiceFailure> {
    const reply = await this.services.call(platform, {
      ...this.terms(platform, [SERVICE_SCOPES.scores], signal),
      method: 'POST',
      url: below(lineItemUrl, 'scores'),
      headers: { accept: 'application/json', 'content-type': TYPES.score },
      body: JSON.stringify({
        userId: subject,
        timestamp: timestamp.toISOString(),
        activityProgress: score.activity,
        gradingProgress: GRADING[standingOf(score)],
        ...(score.given === null ? {} : { scoreGiven: score.given, scoreMaximum: score.maximum }),
        ...(score.comment === null ? {} : { comment: score.comment }),
        ...(score.submittedAt === null ? {} : { submission: { submittedAt: score.submittedAt } }),
      }),
    });
    return reply.ok ? { ok: true } : reply;
  }

  /** Of one person, or of all. */
  async results(
    platform: Grantor,
    lineItemUrl: string,
    subject: string | null,
    signal?: AbortSignal,
  ): Promise<{ ok: true; items: PlatformResult[] } | ServiceFailure> {
    const url = below(lineItemUrl, 'results', subject === null ? {} : { user_id: subject });
    return this.list(
      platform,
      { ...this.terms(platform, [SERVICE_SCOPES.results], signal), url, headers: { accept: TYPES.results } },
      readResult,
    );
  }

  async lineItem(
    platform: Grantor,
    url: string,
    signal?: AbortSignal,
  ): Promise<{ ok: true; item: PlatformLineItem | null } | ServiceFailure> {
    const read = await this.services.read(platform, {
      ...this.terms(platform, READ_ITEMS, signal),
      url,
      headers: { accept: TYPES.lineItem },
    });
    return read.ok ? { ok: true, item: readLineItem(read.body) } : read;
  }

  async lineItems(
    platform: Grantor,
    lineItemsUrl: string,
    wanted: { resourceId?: string; resourceLinkId?: string; tag?: string },
    signal?: AbortSignal,
  ): Promise<{ ok: true; items: PlatformLineItem[] } | ServiceFailure> {
    const url = withQuery(lineItemsUrl, {
      ...(wanted.resourceId === undefined ? {} : { resource_id: wanted.resourceId }),
      ...(wanted.resourceLinkId === undefined ? {} : { resource_link_id: wanted.resourceLinkId }),
      ...(wanted.tag === undefined ? {} : { tag: wanted.tag }),
    });
    return this.list(
      platform,
      { ...this.terms(platform, READ_ITEMS, signal), url, headers: { accept: TYPES.lineItems } },
      readLineItem,
    );
  }

  private terms(
    { granted }: Grantor,
    needed: readonly string[],
    signal?: AbortSignal,
  ): Pick<ServiceCall, 'scopes' | 'needed' | 'signal'> {
    // The same for each call, so that one token is enough for all.
    return { scopes: USED.filter((scope) => granted.includes(scope)), needed, signal };
  }

  private async list<Item>(
    platform: Platform,
    call: Omit<ServiceCall, 'method'>,
    readItem: (said: unknown) => Item | null,
  ): Promise<{ ok: true; items: Item[] } | ServiceFailure> {
    const items: Item[] = [];
    let { url } = call;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const read = await this.services.read(platform, { ...call, url });
      if (!read.ok) return read;
      if (!Array.isArray(read.body)) return { ok: false, problem: 'unreadable', retryAfter: null };
      items.push(...read.body.flatMap((said: unknown) => readItem(said) ?? []));
      const next = nextPage(read.headers['link'], url);
      if (next.page === 'last') return { ok: true, items };
      if (next.page === 'elsewhere') break;
      ({ url } = next);
    }
    return { ok: false, problem: 'unreadable', retryAfter: null };
  }
}

function readLineItem(said: unknown): PlatformLineItem | null {
  if (!isObject(said)) return null;
  const { id, label, scoreMaximum } = said;
  if (typeof id !== 'string' || !canParseUrl(id) || typeof scoreMaximum !== 'number' || !(scoreMaximum > 0)) return null;
  const text = (name: string) => (typeof said[name] === 'string' ? said[name] : null);
  return {
    url: id,
    label: typeof label === 'string' ? label : '',
    scoreMaximum,
    resourceId: text('resourceId'),
    resourceLinkId: text('resourceLinkId'),
    tag: text('tag'),
  };
}

/** Without a score where nobody has one. */
function readResult(said: unknown): PlatformResult | null {
  if (!isObject(said)) return null;
  const { userId, resultScore, resultMaximum } = said;
  if (typeof userId !== 'string' && typeof userId !== 'number') return null;
  if (typeof resultScore !== 'number') return null;
  // Without a maximum it is of 1 (AGS 2.0 §3.3.3).
  return { subject: String(userId), given: resultScore, maximum: typeof resultMaximum === 'number' ? resultMaximum : 1 };
}
