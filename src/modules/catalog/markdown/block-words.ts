/** The words that the page itself adds. English unless the caller has the course's language. */
export interface BlockWords {
  note: string;
  warning: string;
  objectives: string;
  questions: string;
  keypoints: string;
  prereq: string;
  discussion: string;
  challenge: string;
  solution: string;
  hint: string;
  spoiler: string;
  footnotes: string;
  pictureMissing: string;
}

export const ENGLISH: BlockWords = {
  note: 'Note',
  warning: 'Warning',
  objectives: 'Objectives',
  questions: 'Questions',
  keypoints: 'Key points',
  prereq: 'Prerequisites',
  discussion: 'Discussion',
  challenge: 'Challenge',
  solution: 'Solution',
  hint: 'Hint',
  spoiler: 'Show details',
  footnotes: 'Footnotes',
  pictureMissing: 'Picture missing',
};
