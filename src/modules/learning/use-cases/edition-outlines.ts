import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { EditionStore } from '../../catalog/index.js';
import { type EditionOutline, outlineOf } from '../domain/edition-outline.js';
import { BoundedCache } from './bounded-cache.js';

const MOST_KEPT = 500;

/**
 * Outlines of editions, by an id that was read from an enrolment: who sees the enrolment may know its edition.
 * An id that a request names is looked up in the catalogue instead.
 */
@Injectable()
export class EditionOutlines {
  private readonly outlines = new BoundedCache<EditionOutline>(MOST_KEPT);

  constructor(private readonly editions: EditionStore) {}

  /** Without asking the database. */
  kept(editionId: string): EditionOutline | undefined {
    return this.outlines.get(editionId);
  }

  async of(tx: Tx, editionId: string): Promise<EditionOutline> {
    const kept = this.kept(editionId);
    if (kept) return kept;
    const outline = outlineOf(await this.editions.get(tx, editionId));
    this.outlines.set(editionId, outline);
    return outline;
  }
}
