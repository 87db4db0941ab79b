import type { View } from '../../api/client';

/** What an assessor has noted of one criterion; `ratingId` is empty while it is not rated. */
export interface CriterionNote {
  ratingId: string;
  comment: string;
}

export interface Notes {
  /** By criterion. */
  criteria: Readonly<Record<string, CriterionNote>>;
  feedback: string;
}

type Rubric = View<'RubricView'>;
type Rating = View<'RatingNoteDto'>;

const EMPTY: CriterionNote = { ratingId: '', comment: '' };

export function notesOf(source: { ratings: readonly Rating[]; feedback: string } | null): Notes {
  const criteria = (source?.ratings ?? []).map(
    ({ criterionId, ratingId, comment }) => [criterionId, { ratingId, comment }] as const,
  );
  return { criteria: Object.fromEntries(criteria), feedback: source?.feedback ?? '' };
}

export function noteOf(notes: Notes, criterionId: string): CriterionNote {
  return notes.criteria[criterionId] ?? EMPTY;
}

export function withNote(notes: Notes, criterionId: string, change: Partial<CriterionNote>): Notes {
  return { ...notes, criteria: { ...notes.criteria, [criterionId]: { ...noteOf(notes, criterionId), ...change } } };
}

/** As the server takes them: in the rubric's order, without criteria that nothing was noted of. */
export function ratingsOf(notes: Notes, rubric: Rubric): Rating[] {
  return rubric.criteria
    .map(({ id }) => ({ criterionId: id, ...noteOf(notes, id) }))
    .filter(({ ratingId, comment }) => ratingId !== '' || comment.trim() !== '');
}

/** Criterion id → rating id. */
export function chosenIn({ criteria }: Notes): Record<string, string> {
  return Object.fromEntries(Object.entries(criteria).map(([id, { ratingId }]) => [id, ratingId]));
}

/** Puts a kept text behind what stands there already. */
export function appended(text: string, addition: string): string {
  const before = text.trimEnd();
  return before === '' ? addition : `${before}\n\n${addition}`;
}
