import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type KnownPlace, type NewFact, type Place, ProgressRepository } from '../data/progress.repository.js';
import type { RunStatement } from '../data/statements.js';
import { type Admission, admitFacts, factRefusalWords, type FactRefusal, type ToldFact } from '../domain/admit-facts.js';
import { courseOfActivity, type EditionOutline } from '../domain/edition-outline.js';
import { type EnrollmentState, mayTellFacts } from '../domain/learning-access.js';
import { EditionOutlines } from './edition-outlines.js';
import { knownLearner, type KnownLearnerPlace, type Learner, lockWords, wayOfLearner } from './learner.js';
import { factKey, RecordFacts } from './record-facts.js';

/** What one request tells. */
export interface Telling {
  institutionId: string;
  personId: string;
  enrollmentId: string;
  facts: readonly ToldFact[];
}

/** What became of a fact. A duplicate was recorded when it was told the first time. */
export type FactOutcome =
  | { id: string; outcome: 'recorded' | 'duplicate' }
  | { id: string; outcome: 'refused'; key: FactRefusal['key']; words: string };

export type TellingAnswer =
  | { answer: 'not-found' }
  | { answer: 'not-open'; state: EnrollmentState }
  | { answer: 'told'; outcomes: FactOutcome[] };

type Editions = ReadonlyMap<string, EditionOutline>;

/** Judges and writes the tellings of one institution in one transaction: nobody else writes about their learners meanwhile. */
@Injectable()
export class WriteTellings {
  constructor(
    private readonly progress: ProgressRepository,
    private readonly outlines: EditionOutlines,
    private readonly recordFacts: RecordFacts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Writes nothing while an edition is neither in memory nor in `editions`, and says which. */
  async in(
    run: RunStatement,
    institutionId: string,
    tellings: readonly Telling[],
    editions: Editions,
  ): Promise<{ answers: TellingAnswer[] } | { missing: string[] }> {
    const places = await this.progress.lock(run, [...new Set(tellings.map(({ enrollmentId }) => enrollmentId))]);
    const outlines = new Map(
      places.map(({ editionId }) => [editionId, editions.get(editionId) ?? this.outlines.kept(editionId)]),
    );
    const missing = [...outlines].flatMap(([id, outline]) => (outline ? [] : [id]));
    if (missing.length > 0) return { missing };

    const learners = await this.knownNearby(run, tellings, places, outlines as Editions);
    const judged = tellings.map((telling) => judge(telling, learners.get(telling.enrollmentId), this.clock.now()));
    const judgements = await this.lookAgain(run, judged);
    const facts = new Map<string, NewFact>();
    for (const { telling, admissions } of judgements) {
      for (const { admitted, fact } of admissions) {
        const told = newFact(telling, fact);
        if (admitted && !facts.has(factKey(told))) facts.set(factKey(told), told);
      }
    }
    const recorded = new Set(await this.recordFacts.batch(run, institutionId, [...learners.values()], [...facts.values()]));
    return { answers: judgements.map((judgement) => this.answerTo(judgement, recorded)) };
  }

  /** Reads no more than the judgement needs: what else was done in a course matters only where something in it is completed. */
  private async knownNearby(
    run: RunStatement,
    tellings: readonly Telling[],
    places: readonly Place[],
    editions: Editions,
  ): Promise<Map<string, KnownLearnerPlace>> {
    const editionOf = new Map(places.map(({ id, editionId }) => [id, editions.get(editionId)]));
    const completing = tellings.filter(({ facts }) => facts.some(({ kind }) => kind === 'completed'));
    const asked = completing.flatMap(({ enrollmentId, facts }) => {
      const edition = editionOf.get(enrollmentId);
      const courses = edition ? facts.map(({ activityId }) => courseOfActivity(edition, activityId)) : [];
      const activities = [...new Set(courses)].flatMap((course) => course?.activities ?? []);
      return activities.map(({ id }) => ({ enrollmentId, activityId: id }));
    });
    const known = await this.progress.knownNearby(run, [...editionOf.keys()], asked);
    return new Map(
      places.flatMap((place) => {
        const [facts, edition] = [known.get(place.id), editions.get(place.editionId)];
        return facts && edition ? [[place.id, { standing: { ...place, known: facts }, edition }] as const] : [];
      }),
    );
  }

  /** Whoever is refused for a locked course is judged again by all that is known, which also explains what is missing. */
  private async lookAgain(run: RunStatement, judgements: readonly Judgement[]): Promise<Judgement[]> {
    const isLocked = ({ admissions }: Judgement) =>
      admissions.some((one) => !one.admitted && one.refusal.key === 'course_locked');
    const ids = judgements.filter(isLocked).map(({ telling }) => telling.enrollmentId);
    if (ids.length === 0) return [...judgements];
    const standings = new Map((await this.progress.standings(run, ids)).map((standing) => [standing.id, standing]));
    return judgements.map((judgement) => {
      const standing = standings.get(judgement.telling.enrollmentId);
      if (!isLocked(judgement) || !judgement.learner || !standing) return judgement;
      const whole: Learner = { standing, edition: judgement.learner.edition };
      return { ...judge(judgement.telling, whole, this.clock.now()), whole };
    });
  }

  /** Takes each recorded fact out of the set, so that the same id told again in the batch is a duplicate. */
  private answerTo({ telling, learner, whole, admissions, answer }: Judgement, recorded: Set<string>): TellingAnswer {
    if (!learner || answer === 'not-found') return { answer: 'not-found' };
    if (answer === 'not-open') return { answer, state: learner.standing.state };
    const outcomes = admissions.map((admission): FactOutcome => {
      const { id } = admission.fact;
      if (!admission.admitted) {
        const { refusal } = admission;
        return { id, outcome: 'refused', key: refusal.key, words: this.refusalWords(refusal, whole) };
      }
      const isNew = recorded.delete(factKey({ enrollmentId: telling.enrollmentId, id }));
      return { id, outcome: isNew ? 'recorded' : 'duplicate' };
    });
    return { answer, outcomes };
  }

  private refusalWords(refusal: FactRefusal, whole: Learner | undefined): string {
    if (refusal.key !== 'course_locked' || !whole) return factRefusalWords(refusal);
    const { courses } = wayOfLearner(whole, this.clock.now()).unlocking;
    return lockWords(whole, courses.find(({ courseId }) => courseId === refusal.courseId)?.reasons ?? []);
  }
}

interface Judgement {
  telling: Telling;
  learner: KnownLearnerPlace | undefined;
  /** The same learner with all that is known, where something was locked. */
  whole?: Learner;
  admissions: Admission[];
  answer: TellingAnswer['answer'];
}

function judge(telling: Telling, learner: KnownLearnerPlace | undefined, now: Date): Judgement {
  if (learner?.standing.personId !== telling.personId) return { telling, learner, admissions: [], answer: 'not-found' };
  const { standing, edition } = learner;
  if (!mayTellFacts(standing.state)) return { telling, learner, admissions: [], answer: 'not-open' };
  const admissions = admitFacts(edition, { ...knownLearner(standing), endedAt: endOf(standing) }, telling.facts, now);
  return { telling, learner, admissions, answer: 'told' };
}

/** What is completed goes on; what expired counts until then. */
function endOf({ state, endedAt }: KnownPlace): Date | null {
  return state === 'expired' ? endedAt : null;
}

function newFact({ enrollmentId, personId }: Telling, { id, activityId, kind, value, effectiveAt }: ToldFact): NewFact {
  return { id, enrollmentId, activityId, kind, value, source: 'learner', reason: null, actorId: personId, effectiveAt };
}
