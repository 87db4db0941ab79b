import { plural } from '../../plural';

const count = plural('en');

export const learners = {
  noRuns: 'Nobody learns yet',
  noRunsHint: 'As soon as the office opens an offering, you see here where its learners are.',
  notStaff: 'Who learns in this offering is shown to its staff',
  notStaffHint: 'The office can name you as an instructor of the offering.',
  run: 'Offering',
  nobody: 'Nobody is in this offering yet',
  title: (number: number) => count(number, { one: 'Where # learner is', other: 'Where # learners are' }),
  station: 'Next to do',
  course: 'Course',
  behind: 'Have it behind them',
  behindOf: (title: string) => `Have it behind them: ${title}`,
  of: (number: string, all: string) => `${number} of ${all}`,
  here: 'Are here',
  show: (number: number, title: string) => `${count(number, { one: '# learner', other: '# learners' })} at ${title}: show who`,
  since: 'Days without a step',
  days: (median: string, longest: string) => `${median} (up to ${longest})`,
  crowded: 'Most are here',
  kinds: {
    project: (title: string) => `Project: ${title}`,
    waiting: () => 'Wait for something to open',
    elsewhere: () => 'On another edition',
    passed: () => 'Have passed',
  },
  who: (title: string) => `Who is at: ${title}`,
  name: 'Name',
  last: 'Last step',
};
