/** The graded work at the end of the sequence. */
export interface Project {
  title: string;
  /** Markdown; shown to the learner beside the rubric from the first day. */
  brief: string;
  /** Estimated learner minutes. */
  minutes: number;
  accepts: SubmissionRules;
  /** `null`: as often as the work is returned. */
  attemptLimit: number | null;
}

export interface SubmissionRules {
  text: boolean;
  links: boolean;
  files: boolean;
  /** Media types, e.g. `application/pdf`, `text/*`; empty means any. */
  mediaTypes: string[];
  maxFiles: number;
  maxBytesPerFile: number;
}

export interface Rubric {
  criteria: Criterion[];
  /** Points that pass, of the sum of each criterion's best rating. */
  passPoints: number;
}

export interface Criterion {
  id: string;
  title: string;
  description: string;
  /** Where set, the criterion must reach `mustPassPoints` whatever the total says. */
  mustPassPoints: number | null;
  /** Best first or worst first: order is the author's; points decide. */
  ratings: Rating[];
}

export interface Rating {
  id: string;
  title: string;
  description: string;
  points: number;
}

/** Who must look at an attempt before a verdict stands. */
export interface Marking {
  /** Share of attempts (0–1) that a second marker sees. 0: none. */
  secondMarkerShare: number;
  /** Points that two markers may differ by before they must agree a result. */
  tolerancePoints: number;
}
