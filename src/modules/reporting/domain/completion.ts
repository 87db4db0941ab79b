/**
 * A completion is an enrolment that a passed verdict ended: it is `completed`, and the verdict that stands on one of its attempts
 * is a final pass. One whose pass was corrected away afterwards is not counted, whatever became of its badge; nor is somebody who
 * passed after having left. A person who completes two offerings is counted twice, once for each.
 */
export interface Completion {
  enrollmentId: string;
  personId: string;
  /** Empty when the person is no longer known to the institution. */
  name: string;
  email: string | null;
  /** The title of the edition that the learner was on, as it was published. */
  microCredential: string;
  editionId: string;
  editionNumber: number;
  offeringId: string;
  offering: string;
  /** When the enrolment was completed: with the first final pass. */
  completedAt: Date;
  /** When the verdict that stands was given; later than `completedAt` when it is a correction. */
  verdictAt: Date;
  /** What the edition says it takes, not what this learner needed. */
  hours: number | null;
  ects: number | null;
  ceu: number | null;
  /** The learner's badge of this edition: the live one, or else the newest. */
  credentialId: string | null;
  credentialUrl: string | null;
  credentialState: string | null;
  /**
   * Why there is no badge, `null` where there is one: `issuing` (on its way), `set-aside` (issuing failed for good; see
   * `cairn outbox list`), or the reason it was withheld for, such as `learner-suspended`.
   */
  withoutCredential: string | null;
}

/** Completions of one offering, or in a span of time: from `from`, before `until`. */
export interface CompletionFilter {
  offeringId?: string | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
}
