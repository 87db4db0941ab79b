/** A quiz as its author wrote it, right answers included. Only `learning` may show it, through its learner view. */
export interface Quiz {
  introduction: string;
  /** Share of the points that passes, 0–1. */
  passMark: number;
  /** `null`: as often as the learner likes. */
  attemptLimit: number | null;
  /** Seconds for one attempt; `null`: no limit. */
  timeLimitSeconds: number | null;
  shuffleQuestions: boolean;
  /** When the right answers and the feedback may be seen. */
  reveal: 'after-attempt' | 'after-pass' | 'never';
  /** Each pool draws `draw` of its questions for an attempt; questions of a pool with `draw: null` are all asked. */
  pools: QuestionPool[];
}

export interface QuestionPool {
  id: string;
  draw: number | null;
  questions: Question[];
}

interface QuestionBase {
  id: string;
  /** Markdown. */
  prompt: string;
  points: number;
  /** Shown with the result, whatever was answered. Markdown. */
  explanation: string;
}

export interface Option {
  id: string;
  text: string;
  correct: boolean;
  feedback: string;
}

export interface SingleChoice extends QuestionBase {
  type: 'single';
  shuffleOptions: boolean;
  options: Option[];
}

export interface MultipleChoice extends QuestionBase {
  type: 'multiple';
  shuffleOptions: boolean;
  options: Option[];
  /** `all-or-nothing`, or right minus wrong choices, never below zero. */
  credit: 'all-or-nothing' | 'partial';
}

export interface TrueFalse extends QuestionBase {
  type: 'true-false';
  answer: boolean;
  feedbackTrue: string;
  feedbackFalse: string;
}

export interface ShortText extends QuestionBase {
  type: 'short-text';
  /** Any of these is right. White space is folded. */
  accepted: string[];
  caseSensitive: boolean;
}

export interface Numeric extends QuestionBase {
  type: 'numeric';
  answer: number;
  /** Absolute, in the answer's own unit. */
  tolerance: number;
  unit: string;
}

export interface Ordering extends QuestionBase {
  type: 'ordering';
  /** In the right order. */
  items: { id: string; text: string }[];
  credit: 'all-or-nothing' | 'partial';
}

export interface Matching extends QuestionBase {
  type: 'matching';
  /** Each left belongs to its own right; `distractors` belong to none. */
  pairs: { id: string; left: string; right: string }[];
  distractors: { id: string; text: string }[];
  credit: 'all-or-nothing' | 'partial';
}

export type Question = SingleChoice | MultipleChoice | TrueFalse | ShortText | Numeric | Ordering | Matching;

/** A learner's answer to one question; `null` means not answered. Ids are those of the question's own parts. */
export type Answer =
  | { type: 'single'; optionId: string }
  | { type: 'multiple'; optionIds: string[] }
  | { type: 'true-false'; value: boolean }
  | { type: 'short-text'; text: string }
  | { type: 'numeric'; value: number }
  | { type: 'ordering'; itemIds: string[] }
  | { type: 'matching'; matches: Record<string, string> };
