import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import { type Tx, UnitOfWork, violatedConstraint } from '../../../../platform/database/unit-of-work.js';
import { recordEvent } from '../../../../platform/events/record-event.js';
import type { Actor } from '../../../../platform/http/access.js';
import { Problem } from '../../../../platform/http/problem.js';
import { versionChanged } from '../../../../platform/http/problems.js';
import { refuseStale } from '../../../../platform/http/versions.js';
import { newId, newToken } from '../../../../platform/ids.js';
import type { Portfolio } from '../../data/portfolio.entity.js';
import { PortfoliosRepository } from '../../data/portfolios.repository.js';
import { unfitPortfolio } from '../../problems.js';

export type PortfolioWish = Pick<Portfolio, 'title' | 'introduction' | 'showName' | 'published' | 'credentialIds'>;

/** Nobody has a portfolio until they save one, and nobody sees it until it is switched on. */
export const NO_PORTFOLIO: PortfolioWish & { publicId: null; version: 0 } = {
  title: '',
  introduction: '',
  showName: false,
  published: false,
  credentialIds: [],
  publicId: null,
  version: 0,
};

/** One's own page of chosen badges at the acting institution. */
@Injectable()
export class ArrangePortfolio {
  constructor(
    private readonly work: UnitOfWork,
    private readonly portfolios: PortfoliosRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async standing(actor: Actor): Promise<Portfolio | typeof NO_PORTFOLIO> {
    const found = await this.work.run(actor, (tx) => this.portfolios.of(tx, actor.institutionId, actor.personId));
    return found ?? NO_PORTFOLIO;
  }

  async run(actor: Actor, expectedVersion: number, wish: PortfolioWish): Promise<Portfolio> {
    try {
      return await this.work.run(actor, (tx) => this.save(tx, actor, expectedVersion, wish));
    } catch (error) {
      // Two first ones at once.
      if (violatedConstraint(error) !== 'portfolio_person_key') throw error;
      throw new Problem(versionChanged, { detail: 'It was made a moment ago. Fetch it again.' });
    }
  }

  private async save(tx: Tx, actor: Actor, expectedVersion: number, wish: PortfolioWish): Promise<Portfolio> {
    const { personId, institutionId } = actor;
    const before = await this.portfolios.lockedOf(tx, institutionId, personId);
    refuseStale(before?.version ?? 0, expectedVersion);
    await this.refuseOthers(tx, personId, wish.credentialIds);
    const now = this.clock.now();
    const portfolio: Portfolio = {
      id: before?.id ?? newId(now.getTime()),
      publicId: before?.publicId ?? newToken(128),
      institutionId,
      personId,
      ...wish,
      version: expectedVersion + 1,
      updatedAt: now,
    };
    await (before ? this.portfolios.save(tx, portfolio) : this.portfolios.add(tx, portfolio));
    await recordEvent(tx, {
      institutionId,
      type: 'portfolio.arranged',
      actorId: personId,
      subject: { type: 'portfolio', id: portfolio.id },
      particulars: { published: wish.published, badges: wish.credentialIds.length },
      occurredAt: now,
    });
    return portfolio;
  }

  private async refuseOthers(tx: Tx, personId: string, ids: readonly string[]): Promise<void> {
    const own = new Set((await this.portfolios.credentialsOf(tx, personId, ids)).map(({ id }) => id));
    const errors = ids.flatMap((id, index) => {
      const field = `credentialIds[${index}]`;
      if (!own.has(id)) return [{ field, code: 'not_yours', detail: 'You have no such badge.' }];
      return ids.indexOf(id) < index ? [{ field, code: 'repeated', detail: 'It is chosen twice.' }] : [];
    });
    if (errors.length > 0) throw new Problem(unfitPortfolio, { errors });
  }
}
