import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { Sql } from '../../../platform/database/sql.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Actor } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import { notFound } from '../../../platform/http/problems.js';
import { type NewFact, ProgressRepository, type Standing } from '../data/progress.repository.js';
import { onClient, type RunStatement } from '../data/statements.js';
import { type Admission, admitFacts, type FactRefusal, type ToldFact } from '../domain/admit-facts.js';
import type { EditionOutline } from '../domain/edition-outline.js';
import { accessWords, type EnrollmentState, mayTellFacts } from '../domain/learning-access.js';
import { placeNotOpen } from '../problems.js';
import { blamesItem, retryConflicts } from './database-faults.js';
import { EditionOutlines } from './edition-outlines.js';
import { knownLearner, type Learner } from './learner.js';
import { MicroBatch } from './micro-batch.js';
import { factKey, RecordFacts } from './record-facts.js';

/** What became of a fact. A duplicate was recorded when it was told the first time. */
export type FactOutcome =
  | { id: string; outcome: 'recorded' | 'duplicate' }
  | { id: string; outcome: 'refused'; refusal: FactRefusal; learner: Learner };

interface Telling {
  institutionId: string;
  personId: string;
  enrollmentId: string;
  facts: readonly ToldFact[];
}

type Answer =
  | { answer: 'not-found' }
  | { answer: 'not-open'; state: EnrollmentState }
  | { answer: 'told'; outcomes: FactOutcome[] };

const FACTS_AT_ONCE = 500;
const FACTS_WAITING = 20_000;

/**
 * A learner's device tells what was done: in any order, late, twice. Requests are written together, see `MicroBatch`;
 * each is answered when its facts are in the database to stay. Locks are judged inside the transaction that writes.
 */
@Injectable()
export class TellFacts implements BeforeApplicationShutdown {
  private readonly tellings = new MicroBatch<Telling, Answer>({
    lane: ({ institutionId }) => institutionId,
    weight: ({ facts }) => facts.length,
    mostAtOnce: FACTS_AT_ONCE,
    mostWaiting: FACTS_WAITING,
    flush: (tellings) => retryConflicts(() => this.flush(tellings)),
    blamesItem,
  });

  constructor(
    private readonly sql: Sql,
    private readonly work: UnitOfWork,
    private readonly progress: ProgressRepository,
    private readonly outlines: EditionOutlines,
    private readonly recordFacts: RecordFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The outcome of each fact, in the order told. */
  async run(actor: Actor, enrollmentId: string, facts: readonly ToldFact[]): Promise<FactOutcome[]> {
    const { institutionId, personId } = actor;
    const told = await this.tellings.add({ institutionId, personId, enrollmentId, facts });
    if (told.answer === 'not-found') throw new Problem(notFound);
    if (told.answer === 'not-open') {
      throw new Problem(placeNotOpen, { detail: accessWords(told.state), facts: { state: told.state } });
    }
    return told.outcomes;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.tellings.close();
  }

  private async flush(tellings: readonly Telling[]): Promise<Answer[]> {
    const institutionId = tellings[0]?.institutionId ?? '';
    const editions = new Map<string, EditionOutline>();
    for (;;) {
      const written = await this.sql.run({ institutionId }, (client) =>
        this.write(onClient(client), institutionId, tellings, editions),
      );
      if ('answers' in written) return written.answers;
      // Read on another connection only now that the first one has let go: two held at once could starve a small pool.
      await this.work.run({ institutionId }, async (tx) => {
        for (const id of written.missing) editions.set(id, await this.outlines.of(tx, id));
      });
    }
  }

  /** Writes nothing while an edition is not in memory, and says which. */
  private async write(
    run: RunStatement,
    institutionId: string,
    tellings: readonly Telling[],
    editions: ReadonlyMap<string, EditionOutline>,
  ): Promise<{ answers: Answer[] } | { missing: string[] }> {
    const ids = [...new Set(tellings.map(({ enrollmentId }) => enrollmentId))];
    await this.progress.lock(run, ids);
    const standings = await this.progress.standings(run, ids);
    const learners = new Map<string, Learner>();
    const missing = new Set<string>();
    for (const standing of standings) {
      const edition = editions.get(standing.editionId) ?? this.outlines.kept(standing.editionId);
      if (edition) learners.set(standing.id, { standing, edition });
      else missing.add(standing.editionId);
    }
    if (missing.size > 0) return { missing: [...missing] };

    const judged = tellings.map((telling) => judge(telling, learners.get(telling.enrollmentId), this.clock.now()));
    const facts = new Map<string, NewFact>();
    for (const { telling, admissions } of judged) {
      for (const { admitted, fact } of admissions) {
        const told = newFact(telling, fact);
        if (admitted && !facts.has(factKey(told))) facts.set(factKey(told), told);
      }
    }
    const recorded = new Set(await this.recordFacts.batch(run, institutionId, [...learners.values()], [...facts.values()]));
    return { answers: judged.map((judgement) => answerTo(judgement, recorded)) };
  }
}

interface Judgement {
  telling: Telling;
  learner: Learner | undefined;
  admissions: Admission[];
  answer: 'not-found' | 'not-open' | 'told';
}

function judge(telling: Telling, learner: Learner | undefined, now: Date): Judgement {
  if (learner?.standing.personId !== telling.personId) return { telling, learner, admissions: [], answer: 'not-found' };
  const { standing, edition } = learner;
  if (!mayTellFacts(standing.state)) return { telling, learner, admissions: [], answer: 'not-open' };
  const admissions = admitFacts(edition, { ...knownLearner(standing), endedAt: endOf(standing) }, telling.facts, now);
  return { telling, learner, admissions, answer: 'told' };
}

/** What is completed goes on; what expired counts until then. */
function endOf({ state, endedAt }: Standing): Date | null {
  return state === 'expired' ? endedAt : null;
}

/** Takes each recorded fact out of the set, so that the same id told again in the batch is a duplicate. */
function answerTo({ telling, learner, admissions, answer }: Judgement, recorded: Set<string>): Answer {
  if (!learner || answer === 'not-found') return { answer: 'not-found' };
  if (answer === 'not-open') return { answer, state: learner.standing.state };
  const outcomes = admissions.map((admission): FactOutcome => {
    const { id } = admission.fact;
    if (!admission.admitted) return { id, outcome: 'refused', refusal: admission.refusal, learner };
    const isNew = recorded.delete(factKey({ enrollmentId: telling.enrollmentId, id }));
    return { id, outcome: isNew ? 'recorded' : 'duplicate' };
  });
  return { answer, outcomes };
}

function newFact({ enrollmentId, personId }: Telling, { id, activityId, kind, value, effectiveAt }: ToldFact): NewFact {
  return { id, enrollmentId, activityId, kind, value, source: 'learner', reason: null, actorId: personId, effectiveAt };
}
