import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../../platform/http/access.js';
import { readCursor } from '../../../../platform/http/paging.js';
import { Problem } from '../../../../platform/http/problem.js';
import { notFound } from '../../../../platform/http/problems.js';
import { ColumnsQuery, type ColumnSummary, type ScoreState, type ScoreStatus } from '../../data/columns.query.js';
import { LineItemsRepository } from '../../data/line-items.repository.js';
import { RegistrationsRepository } from '../../data/registrations.repository.js';
import { showsAs } from '../../domain/score.js';
import type { ServiceProblem } from '../../domain/service-problem.js';
import { GradeService } from '../services/grade-service.js';

/** What a platform shows of somebody, beside what it was told. */
export interface ComparedScore {
  told: ScoreStatus;
  /** `null`: nothing. */
  shown: { given: number; maximum: number } | null;
  differs: boolean;
}

export type Comparison = { ok: true; scores: ComparedScore[] } | { ok: false; problem: ServiceProblem };

const MOST_COLUMNS = 500;
const MOST_COMPARED = 10_000;

/** How telling scores gets on, and what platforms show of it. */
@Injectable()
export class ReadScores {
  constructor(
    private readonly work: UnitOfWork,
    private readonly registrations: RegistrationsRepository,
    private readonly lineItems: LineItemsRepository,
    private readonly columns: ColumnsQuery,
    private readonly grades: GradeService,
  ) {}

  async columnsOf(actor: Actor, registrationId: string): Promise<ColumnSummary[]> {
    return this.work.read(actor, async (tx) => {
      if (!(await this.registrations.find(tx, registrationId))) throw new Problem(notFound);
      return this.columns.ofPlatform(tx, registrationId, MOST_COLUMNS);
    });
  }

  async scoresOf(
    actor: Actor,
    lineItemId: string,
    { state, cursor, limit }: { state?: ScoreState | undefined; cursor?: string | undefined; limit: number },
  ): Promise<ScoreStatus[]> {
    return this.work.read(actor, async (tx) => {
      if (!(await this.lineItems.find(tx, lineItemId))) throw new Problem(notFound);
      return this.columns.scores(tx, lineItemId, { state, after: readCursor(cursor), limit });
    });
  }

  /** Asks the platform, and holds what it shows against the scores that arrived there. Nothing is changed. */
  async compare(actor: Actor, lineItemId: string): Promise<Comparison> {
    const lineItem = await this.work.read(actor, (tx) => this.lineItems.find(tx, lineItemId));
    if (!lineItem) throw new Problem(notFound);
    const read = await this.grades.results({ ...lineItem.registration, granted: lineItem.granted }, lineItem.url, null);
    if (!read.ok) return { ok: false, problem: read.problem };
    const shown = new Map(read.items.map((result) => [result.subject, result]));
    const arrived = await this.work.read(actor, (tx) =>
      this.columns.scores(tx, lineItemId, { state: 'arrived', after: null, limit: MOST_COMPARED }),
    );
    const scores = arrived.map((told) => {
      const result = shown.get(told.subject) ?? null;
      return { told, shown: result, differs: !showsAs(told.score, result) };
    });
    return { ok: true, scores };
  }
}
