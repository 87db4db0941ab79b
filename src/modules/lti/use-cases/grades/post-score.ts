import { Injectable } from '@nestjs/common';
import { showsAs } from '../../domain/score.js';
import type { ServiceFailure, ServiceProblem } from '../../domain/service-problem.js';
import { writeTarget } from '../../domain/target.js';
import { GradeService, type Grantor } from '../services/grade-service.js';
import type { BegunSending, SendingResult } from './sending.js';

const PASSING: ReadonlySet<ServiceProblem> = new Set(['unreachable', 'unavailable', 'slow_down', 'unreadable']);

/** One attempt to tell a platform a score, and what its refusal means. */
@Injectable()
export class PostScore {
  constructor(private readonly grades: GradeService) {}

  async run({ kept, lineItem }: BegunSending, signal: AbortSignal): Promise<SendingResult> {
    const platform: Grantor = { ...lineItem.registration, granted: lineItem.granted };
    const { subject, score, lastTimestamp: timestamp } = kept;
    const hindered = score.given === null ? await this.hindrance(platform, lineItem.url, subject, signal) : null;
    if (hindered) return hindered;
    const posted = await this.grades.post(platform, lineItem.url, { subject, score, timestamp }, signal);
    if (posted.ok) return posted;
    if (posted.problem === 'conflict') {
      // Perhaps it is ours, and the answer to it was lost.
      const shown = await this.grades.results(platform, lineItem.url, subject, signal);
      const own = shown.ok ? shown.items.find((result) => result.subject === subject) : undefined;
      return own && showsAs(score, own) ? { ok: true } : posted;
    }
    return posted.problem === 'not_found' ? this.notFound(platform, { kept, lineItem }, posted, signal) : posted;
  }

  /** Perhaps a teacher was faster, and some platforms would wipe their grade. Where results are not to be read, nobody knows; where they are, the answer is waited for. */
  private async hindrance(platform: Grantor, url: string, subject: string, signal: AbortSignal): Promise<SendingResult | null> {
    const shown = await this.grades.results(platform, url, subject, signal);
    if (!shown.ok) return PASSING.has(shown.problem) ? shown : null;
    return shown.items.some((result) => result.subject === subject) ? { ok: false, problem: 'graded_there' } : null;
  }

  /** Some platforms say it of people too. A column that was made anew is found by the link, or by what it shows. */
  private async notFound(
    platform: Grantor,
    { lineItem }: BegunSending,
    failure: ServiceFailure,
    signal: AbortSignal,
  ): Promise<SendingResult> {
    const column = await this.grades.lineItem(platform, lineItem.url, signal);
    if (column.ok) return { ok: false, problem: 'not_gradable' };
    if (column.problem !== 'not_found' || lineItem.lineItemsUrl === null) return failure;
    const { linkId, target } = lineItem;
    const wanted = linkId === null ? { resourceId: writeTarget(target) } : { resourceLinkId: linkId };
    const found = await this.grades.lineItems(platform, lineItem.lineItemsUrl, wanted, signal);
    if (!found.ok) return found.problem === 'not_found' ? failure : found;
    // Platforms that do not know the filter answer with all.
    const others = found.items.filter(
      ({ url, resourceId, resourceLinkId }) =>
        url !== lineItem.url && (linkId === null ? resourceId === writeTarget(target) : resourceLinkId === linkId),
    );
    const [only] = others;
    return only && others.length === 1 ? { ok: false, problem: 'moved', url: only.url } : failure;
  }
}
