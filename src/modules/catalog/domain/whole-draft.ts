import { sequenceProblems } from './check-sequence.js';
import type { EditionContent } from './edition.js';
import type { Project, Rubric } from './project.js';
import type { PublishingCandidate } from './publishing-checks.js';
import { inOrder } from './sequence.js';

const NO_PROJECT: Project = {
  title: '',
  brief: '',
  minutes: 0,
  accepts: { text: true, links: false, files: false, mediaTypes: [], maxFiles: 0, maxBytesPerFile: 0 },
  attemptLimit: null,
};
const NO_RUBRIC: Rubric = { criteria: [], passPoints: 0 };

/**
 * A draft as an edition that can be walked through, however little of it is there: without rules that hold, its courses stand one after
 * another, and where nobody has described the project yet, an empty one stands.
 */
export function wholeDraft({ project, rubric, sequence, ...rest }: PublishingCandidate): EditionContent {
  const holds = sequenceProblems(sequence, rest.courses).length === 0;
  return {
    ...rest,
    project: project ?? NO_PROJECT,
    rubric: rubric ?? NO_RUBRIC,
    sequence: holds ? sequence : inOrder(rest.courses.map(({ id }) => id)),
  };
}
