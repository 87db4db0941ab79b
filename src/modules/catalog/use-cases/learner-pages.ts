import { Injectable } from '@nestjs/common';
import type { StoredEdition } from '../data/edition-store.js';
import { RecentlyUsed } from '../../../platform/recently-used.js';
import { renderPageBody } from './render-page-body.js';

/** Characters of HTML that are kept in memory. */
const CAPACITY = 16_000_000;

/** Pages of editions as learners read them. A page of an edition never changes, so it is rendered once and kept while it is used. */
@Injectable()
export class LearnerPages {
  private readonly kept = new RecentlyUsed<string>(CAPACITY);

  /** Sanitised HTML; `null` unless the edition holds a page with this id. Links to other activities of the edition are `./<id>`. */
  html(edition: StoredEdition, activityId: string): string | null {
    const key = `${edition.id} ${activityId}`;
    const kept = this.kept.get(key);
    if (kept !== undefined) return kept;
    const activities = edition.content.courses.flatMap((course) => course.activities);
    const body = activities.find(({ id }) => id === activityId)?.body;
    if (body?.kind !== 'page') return null;
    const { html } = renderPageBody(body, new Set(activities.map(({ id }) => id)));
    this.kept.set(key, html, html.length);
    return html;
  }
}
