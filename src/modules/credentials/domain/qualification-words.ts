import type { Ground, Obstacle } from './qualification.js';

type Words<Reason extends { key: string }> = { [Key in Reason['key']]: (reason: Extract<Reason, { key: Key }>) => string };

const GROUNDS: Words<Ground> = {
  pass_points: ({ points, needed }) => `The work has ${points} points: ${needed.now} pass now, and ${needed.before} were needed.`,
  rating_points: ({ points, needed }) =>
    `The same ratings are worth ${points.now} points now and were worth ${points.before}; ${needed} pass.`,
  must_pass: ({ title, needed }) =>
    needed.now === null
      ? `“${title}” no longer has to be reached; it needed ${needed.before} points.`
      : `“${title}” needs ${needed.now} points now, and needed ${needed.before}.`,
  criterion_dropped: ({ title }) => `“${title}”, which had to be reached, is judged no more.`,
  pass_mark: ({ title, share, needed }) =>
    `The quiz “${title}” was answered to ${percent(share)}: ${percent(needed.now)} pass now, and ${percent(needed.before)} were needed.`,
  sequence: () => 'The courses that were completed are enough now.',
};

const OBSTACLES: Words<Obstacle> = {
  has_credential: () => 'There is a credential of this micro-credential already, or was one.',
  under_way: () => 'The award was confirmed already and is being carried out.',
  learner_suspended: () => 'The person is suspended here.',
  enrollment_not_begun: () => 'The place was never taken up.',
  enrollment_withdrawn: () => 'The person withdrew.',
  not_assessed: () => 'No attempt at the project has a verdict.',
  being_graded: () => 'Another attempt waits for its verdict.',
  by_rule_before: () => 'This attempt passed by a rule before, and the pass was taken back.',
  due_by_own_edition: () => 'The badge is due by the edition that they are on, whatever the later one says.',
  courses_unfinished: ({ titles }) =>
    titles.length === 0 ? 'The courses are not finished.' : `Not finished: ${titles.map((title) => `“${title}”`).join(', ')}.`,
  project_changed: () => 'The project is another one now, and nobody has handed in work for it.',
  criterion_unrated: ({ titles }) => `Nobody rated ${listed(titles)}.`,
  criterion_reworded: ({ titles }) => `${listed(titles)} reads differently now, so that a person has to look at the work.`,
  points_below_pass: ({ points, needed }) => `The work has ${points} points, and ${needed} pass.`,
  below_must_pass: ({ titles }) => `${listed(titles)} must be reached and is not.`,
};

/** English sentences; the keys travel beside them for other languages. */
export function groundWords(ground: Ground): string {
  return (GROUNDS[ground.key] as (ground: Ground) => string)(ground);
}

export function obstacleWords(obstacle: Obstacle): string {
  return (OBSTACLES[obstacle.key] as (obstacle: Obstacle) => string)(obstacle);
}

/** Rounded down: 59.9 % must not read as the 60 % that was needed. */
function percent(share: number): string {
  return `${Math.floor(share * 1_000 + 1e-6) / 10} %`;
}

function listed(titles: readonly string[]): string {
  return titles.map((title) => `“${title}”`).join(', ');
}
