import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { type GradedWork, GradedWorks, judgeByRule, type RuleJudgement } from '../../../assessment/index.js';
import { EditionStore, type StoredEdition } from '../../../catalog/index.js';
import { EnrollmentDirectory, type EnrollmentPlace } from '../../../enrollment/index.js';
import { type ComparedStanding, StandingsUnder } from '../../../learning/index.js';
import { PeopleDirectory } from '../../../people/index.js';
import { RequalificationsRepository } from '../../data/requalifications.repository.js';
import { type Qualification, qualification } from '../../domain/qualification.js';

const CHUNK = 500;

/** Somebody on an earlier edition, held against a later one. */
export interface Candidate {
  place: EnrollmentPlace;
  /** The number of the edition that they are on. */
  onEdition: number;
  work: (GradedWork & { judgement: RuleJudgement }) | null;
  standing: ComparedStanding;
  qualification: Qualification;
}

/** Holds what is recorded of people on earlier editions against a later one. Reads only. */
@Injectable()
export class FindQualified {
  constructor(
    private readonly editions: EditionStore,
    private readonly enrollments: EnrollmentDirectory,
    private readonly standings: StandingsUnder,
    private readonly works: GradedWorks,
    private readonly people: PeopleDirectory,
    private readonly requalifications: RequalificationsRepository,
  ) {}

  /** Everybody on an earlier edition, by the ids of their enrolments, a chunk of people at a time. */
  async *everybody(tx: Tx, edition: StoredEdition, afterId: string | null = null): AsyncGenerator<Candidate[]> {
    const earlier = (await this.editions.siblings(tx, edition)).filter(({ number }) => number < edition.number);
    const ids = earlier.map(({ id }) => id);
    for (let after = afterId; ids.length > 0;) {
      const places = await this.enrollments.onEditions(tx, ids, after, CHUNK);
      const last = places.at(-1);
      if (!last) return;
      yield await this.compare(tx, edition, places);
      if (places.length < CHUNK) return;
      after = last.id;
    }
  }

  /** One person again, when the award is carried out: that it is under way is no obstacle then. `null`: not on an earlier edition. */
  async again(tx: Tx, edition: StoredEdition, enrollmentId: string): Promise<Candidate | null> {
    const places = await this.enrollments.places(tx, [enrollmentId]);
    const [candidate] = await this.compare(tx, edition, places, true);
    return candidate && candidate.onEdition < edition.number ? candidate : null;
  }

  private async compare(tx: Tx, edition: StoredEdition, places: EnrollmentPlace[], confirmed = false): Promise<Candidate[]> {
    const editions = await this.editions.siblings(tx, edition);
    const numbers = new Map(editions.map(({ id, number }) => [id, number]));
    const [ids, personIds] = [places.map(({ id }) => id), places.map(({ personId }) => personId)];
    const works = await this.works.of(tx, ids);
    const standings = await this.standings.of(tx, ids, edition);
    const decided = await this.requalifications.decided(tx, personIds, [...numbers.keys()]);
    const underWay = confirmed
      ? new Set()
      : await this.requalifications.confirmed(tx, personIds, edition.id, [...numbers.keys()]);
    const members = await this.people.membershipsOf(tx, personIds);
    const candidates: Candidate[] = [];
    for (const place of places) {
      const [standing, graded] = [standings.get(place.id), works.get(place.id)];
      const onEdition = numbers.get(place.editionId);
      if (!standing || onEdition === undefined) continue;
      const work = graded ? { ...graded, judgement: await this.judge(tx, edition, graded, standing) } : null;
      const member = members.get(place.personId);
      candidates.push({
        place,
        onEdition,
        work,
        standing,
        qualification: qualification({
          enrollment: place.state,
          hasCredential: decided.has(place.personId),
          learnerSuspended: member === undefined || member.suspendedAt !== null,
          underWay: underWay.has(place.personId),
          work: work && { ...work, verdict: work.standing.verdict },
          standing,
        }),
      });
    }
    return candidates;
  }

  /** By the rubric that the assessor had before them: the learner may have been moved since. */
  private async judge(
    tx: Tx,
    { content }: StoredEdition,
    work: GradedWork,
    { editionAt }: ComparedStanding,
  ): Promise<RuleJudgement> {
    const from = await this.editions.get(tx, editionAt(work.standing.decidedAt));
    return judgeByRule(from.content, content, work.standing.ratings, work.penaltyPercent);
  }
}
