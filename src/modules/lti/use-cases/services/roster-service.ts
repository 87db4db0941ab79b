import { Injectable } from '@nestjs/common';
import { differencesPage, nextPage } from '../../domain/next-page.js';
import type { RosterProblem } from '../../domain/roster-problem.js';
import { merged, type ToldRoster, readRosterPage, type RosterMember } from '../../domain/roster.js';
import { withQuery } from '../../domain/service-address.js';
import { SERVICE_SCOPES } from '../../domain/service-scopes.js';
import { PlatformServices, type ServiceCall } from './platform-services.js';
import type { Platform } from './platform-token.js';

export interface RosterFailure {
  ok: false;
  problem: RosterProblem;
  retryAfter: string | null;
}

export interface FetchedRoster {
  ok: true;
  roster: ToldRoster;
  /** Where the platform will tell what has changed since; `null`: it does not. */
  differencesUrl: string | null;
}

export interface RosterAsk {
  /** The roster itself, or what has changed in it. */
  url: string;
  isWhole: boolean;
  signal: AbortSignal;
  /** Called between pages; throws to give up. */
  onPage: () => Promise<void>;
}

const ACCEPT = 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json';
const SCOPES = [SERVICE_SCOPES.roster];
/** What platforms are asked for at once; they may give fewer, and some give all. */
const PAGE_SIZE = 500;
const MOST_PAGES = 2_000;
const MOST_MEMBERS = 100_000;
const MOST_BYTES_OF_PAGE = 8 * 1024 * 1024;
const MOST_BYTES = 64 * 1024 * 1024;
/** Pages in a row that name nobody new: some platforms leave people out of pages that they have counted. */
const MOST_IDLE_PAGES = 5;

/** Names and Role Provisioning Services 2.0, as a tool uses them. The address is one that a launch told. */
@Injectable()
export class RosterService {
  constructor(private readonly services: PlatformServices) {}

  /** Follows the pages to the end; what was read before something failed is of no use. */
  async read(platform: Platform, { url, isWhole, signal, onPage }: RosterAsk): Promise<FetchedRoster | RosterFailure> {
    const members = new Map<string, RosterMember>();
    const unclear = new Set<string>();
    const visited = new Set<string>();
    let [here, skipped, bytes, idle] = [isWhole ? withQuery(url, { limit: String(PAGE_SIZE) }) : url, 0, 0, 0];
    let differencesUrl: string | null = null;
    for (;;) {
      if (visited.has(here) || idle > MOST_IDLE_PAGES) return failure('pages_endless');
      visited.add(here);
      if (visited.size > MOST_PAGES || members.size > MOST_MEMBERS || bytes > MOST_BYTES) return failure('too_large');
      const read = await this.services.read(platform, call(here, signal));
      if (!read.ok) return read;
      const page = readRosterPage(read.body);
      if (!page) return failure('unreadable');
      const before = members.size;
      for (const member of page.members) {
        const known = members.get(member.subject);
        members.set(member.subject, known ? merged(known, member) : member);
      }
      for (const subject of page.unclear) unclear.add(subject);
      skipped += page.skipped;
      bytes += read.bytes;
      idle = members.size > before ? 0 : idle + 1;
      differencesUrl = differencesPage(read.headers['link'], here) ?? differencesUrl;
      const next = nextPage(read.headers['link'], here);
      if (next.page === 'last') return { ok: true, roster: { members, unclear, skipped, isWhole }, differencesUrl };
      if (next.page === 'elsewhere') return failure('pages_elsewhere');
      here = next.url;
      await onPage();
    }
  }
}

function call(url: string, signal: AbortSignal): Omit<ServiceCall, 'method'> {
  return { url, scopes: SCOPES, needed: SCOPES, headers: { accept: ACCEPT }, bytes: MOST_BYTES_OF_PAGE, signal };
}

function failure(problem: RosterProblem): RosterFailure {
  return { ok: false, problem, retryAfter: null };
}
