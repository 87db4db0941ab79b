/** The `:::` blocks that a page may hold; others keep what is in them, in a frame without a meaning. */
export const BLOCK_NAMES = [
  'callout',
  'note',
  'warning',
  'objectives',
  'questions',
  'keypoints',
  'prereq',
  'discussion',
  'challenge',
  'solution',
  'hint',
  'spoiler',
] as const;
