import { plural } from '../../plural';

const count = plural('en');

export const preview = {
  open: 'Preview as a learner',
  title: 'Preview of the draft',
  note: 'This is what a learner meets. Nothing that you do here is kept.',
  unfinished: (number: number) =>
    count(number, {
      one: '# thing is still to be mended before publishing.',
      other: '# things are still to be mended before publishing.',
    }),
  standing: 'As somebody who',
  standings: {
    new: 'has just begun',
    'half-way': 'is half-way',
    'project-left': 'has only the project left',
    returned: 'got the project back',
    passed: 'has passed',
    expired: 'ran out of time',
  },
  back: 'Back to the studio',
  nothingKept: 'This is a preview: nothing is kept and nothing is handed in.',
};
