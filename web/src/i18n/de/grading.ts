import type { grading as english } from '../en/grading';

export const grading: typeof english = {
  title: 'Bewertung',
};
