import type { Visibility } from './visibility.js';

/** Another award of the same micro-credential to the same person, in its newest form. */
export interface OtherAward {
  readonly publicId: string;
  readonly visibility: Visibility;
  /** How what is signed names the learner. */
  readonly subjectId: string | null;
  readonly awardedAt: string;
  /** It was issued after the one that is looked at. */
  readonly isLater: boolean;
}

export interface ToldAwards {
  readonly earlier: OtherAward | undefined;
  readonly later: OtherAward | undefined;
}

/**
 * Of the other awards, those next to this one which its page may tell everybody of. That two awards are one person's is nothing that is
 * signed: it is told only where anybody can read it from the two of them, both found by everybody and with the same name for their
 * learner. An address that is a secret, a badge that was closed, or another name that the learner chose (a DID of their own) is given
 * away by no link. `others`: oldest first.
 */
export function toldAwards(subjectId: string | null, others: readonly OtherAward[]): ToldAwards {
  const told = others.filter((other) => subjectId !== null && other.visibility === 'public' && other.subjectId === subjectId);
  return { earlier: told.findLast(({ isLater }) => !isLater), later: told.find(({ isLater }) => isLater) };
}
