import { Injectable } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import { system } from '../../../platform/database/scope.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { RateLimits } from '../../../platform/http/rate-limits.js';
import { hashOf } from '../../../platform/secrets.js';
import { CalendarFeedsRepository } from '../data/calendar-feeds.repository.js';
import type { Entry } from '../domain/entries.js';
import { calendarName, entryWords } from '../domain/entry-words.js';
import { tokenIn } from '../domain/feed-token.js';
import { icalendar } from '../domain/icalendar.js';
import { ReadCalendar } from './read-calendar.js';

const BY_SECRET = system('whoever knows the secret address of a calendar reads it, before any institution is known');
// Programs ask every few minutes at most; some people let several of them do so.
const READS = { name: 'calendar_read', points: 120, seconds: 3_600 };
const MISSES = { name: 'calendar_miss', points: 60, seconds: 3_600 };

/** The calendar at a secret address, as programs read it. */
@Injectable()
export class ReadFeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly feeds: CalendarFeedsRepository,
    private readonly calendar: ReadCalendar,
    private readonly limits: RateLimits,
    private readonly environment: Environment,
  ) {}

  /** iCalendar (RFC 5545). Throws `resource.not_found` where there is none, and `request.too_many`. */
  async run(file: string, network: string): Promise<string> {
    const token = tokenIn(file);
    const owner = token && (await this.work.read(BY_SECRET, (tx) => this.feeds.owner(tx, hashOf(token))));
    if (!token || !owner) {
      await this.limits.spend(MISSES, network);
      throw new Problem(notFound, { detail: 'There is no calendar here. Its owner may have made a new address.' });
    }
    await this.limits.spend(READS, hashOf(token));
    const { entries } = await this.work.read(owner, (tx) => this.calendar.of(tx, owner.personId));
    return icalendar(
      calendarName(owner.institutionName, owner.locale),
      entries.map((entry) => this.event(entry, owner.locale)),
    );
  }

  private event(entry: Entry, locale: string) {
    const { publicUrl } = this.environment;
    return {
      ...entryWords(entry, locale),
      uid: `${entry.id}@${new URL(publicUrl).hostname}`,
      sequence: entry.revision,
      lastModified: entry.revisedAt,
      when: entry.at ? { at: entry.at } : { day: entry.day },
      url: `${publicUrl}/app/learning/${entry.enrollmentId}`,
    };
  }
}
