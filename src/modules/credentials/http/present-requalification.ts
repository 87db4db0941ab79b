import { writeCursor } from '../../../platform/http/paging.js';
import type { RequalificationProgress } from '../data/requalifications.repository.js';
import { groundWords, obstacleWords } from '../domain/qualification-words.js';
import type { Ground, Qualification } from '../domain/qualification.js';
import type { CandidatesPage, NamedCandidate } from '../use-cases/requalifying/list-newly-qualified.js';
import type { NamedRequalificationRow } from '../use-cases/requalifying/read-requalifications.js';
import type {
  CandidateView,
  NewlyQualifiedPage,
  ReasonView,
  RequalificationRowView,
  RequalificationView,
} from './requalification.dto.js';

export function presentNewlyQualified({ edition, rows, version, total }: CandidatesPage, limit: number): NewlyQualifiedPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  // They are in the order of their ids alone.
  const next = rows.length > limit && last ? writeCursor({ at: new Date(0), id: last.place.id }) : null;
  const { microCredentialId, title, number } = edition;
  return { edition: { microCredentialId, title, number }, items: shown.map(presentCandidate), next, version, total };
}

export function presentRequalification(one: RequalificationProgress): RequalificationView {
  const { id, editionId, reason, total, awarded, changed, confirmedBy, confirmedAt, finishedAt } = one;
  return {
    id,
    editionId,
    state: finishedAt ? 'finished' : 'running',
    reason,
    total,
    counts: { waiting: total - awarded - changed, awarded, changed },
    confirmedBy,
    confirmedAt: confirmedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function presentRequalificationRow({
  enrollmentId,
  personId,
  personName,
  outcome,
  grounds,
}: NamedRequalificationRow): RequalificationRowView {
  return { enrollmentId, personId, personName, outcome, reasons: grounds.map(presentGround) };
}

function presentCandidate({ place, personName, onEdition, work, qualification }: NamedCandidate): CandidateView {
  const { id: enrollmentId, personId, state, editionId } = place;
  const graded = work && { ...work.standing, decidedAt: work.standing.decidedAt.toISOString() };
  return {
    enrollmentId,
    personId,
    personName,
    state,
    editionId,
    editionNumber: onEdition,
    grade: graded && { verdict: graded.verdict, points: graded.points, maxPoints: graded.maxPoints, decidedAt: graded.decidedAt },
    byRule: work && { points: work.judgement.points, maxPoints: work.judgement.maxPoints },
    qualifies: qualification.qualifies,
    reasons: reasonsOf(qualification),
  };
}

function reasonsOf(qualification: Qualification): ReasonView[] {
  if (qualification.qualifies) return qualification.grounds.map(presentGround);
  return qualification.obstacles.map((obstacle) => ({ key: obstacle.key, words: obstacleWords(obstacle) }));
}

function presentGround(ground: Ground): ReasonView {
  return { key: ground.key, words: groundWords(ground) };
}
