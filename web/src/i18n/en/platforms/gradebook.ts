import { plural } from '../../plural';

const count = plural('en');

/** Of the columns of gradebooks, and the scores in them. */
export const gradebook = {
  title: 'Gradebook',
  columns: 'Columns of the gradebook',
  column: 'Column',
  course: 'Course',
  noCourse: 'outside of any course',
  kind: 'Scores of',
  kinds: {
    'micro-credential': 'a micro-credential',
    project: 'a project',
    course: 'a course',
    activity: 'an activity',
  },
  noColumns: 'No column yet. There is one as soon as a link with a grade is added in the LMS and opened.',
  back: 'Back to the platform',
  leadOf: (course: string) => `Scores that go to the gradebook of “${course}”.`,
  show: 'Show',
  all: 'All',
  states: { waiting: 'On its way', arrived: 'Arrived', awaiting_grade: 'Waits for the grade', parked: 'Given up' },
  noScores: 'No scores here',
  noScoresText: 'There is one for everybody who came by the LMS, as soon as they did something that is graded.',
  scores: 'Scores',
  person: 'Person',
  score: 'Score',
  standings: { handed_in: 'handed in', taken_back: 'taken back' },
  points: (given: string, maximum: string) => `${given} of ${maximum}`,
  state: 'State',
  sent: 'Arrived',
  next: (attempts: number, at: string) =>
    count(attempts, { one: `Failed once, next try ${at}.`, other: `Failed # times, next try ${at}.` }),
  act: 'Send',
  resend: 'Send again',
  resendOne: (name: string) => `Send the score of ${name} again`,
  resendAll: 'Send again what has not arrived',
  resent: (many: number) =>
    many === 0 ? 'Nothing to send.' : count(many, { one: '# score is sent again.', other: '# scores are sent again.' }),
  notResent: 'It was not sent. Try it again.',
  parkedMany: (many: number) => count(many, { one: '# score was given up', other: '# scores were given up' }),
  untoldMany: (many: number) =>
    count(many, { one: 'The LMS does not show that # person handed in', other: 'The LMS does not show that # people handed in' }),
  gradeFollows: 'Nothing is lost: the grade is sent as soon as there is one.',
  because: {
    paused: 'Sending scores is switched off, or the platform is disabled.',
    scope_missing: 'The LMS gave no leave to send scores: allow it there in the settings of the tool.',
    not_allowed: 'The LMS refused: this tool may not write to that column.',
    not_gradable: 'The LMS does not grade this person in that course; teachers are such.',
    rejected: 'The LMS refused the score itself.',
    superseded: 'The LMS has a newer grade; somebody may have entered it there.',
    line_item_gone: 'The column was deleted in the LMS.',
    unauthorized: 'The LMS no longer knows Cairn: look at the registration there.',
    token_refused: 'The LMS gives Cairn no access token: look at the client id and the keys there.',
    unreachable: 'The LMS could not be reached for three days.',
  },
  comparison: 'What the LMS shows',
  comparisonLead: 'Asks the LMS for the grades in this column, beside what it was told. Nothing is changed.',
  compare: 'Compare',
  allAlike: (many: number) =>
    many === 0
      ? 'No score has arrived there yet.'
      : count(many, { one: 'The one score there is as it was sent.', other: 'All # scores there are as they were sent.' }),
  differ: (many: number, all: number) =>
    count(many, { one: `# of ${all} is not as it was sent.`, other: `# of ${all} are not as they were sent.` }),
  differences: 'Grades that differ',
  told: 'Sent',
  shown: 'The LMS shows',
  nothing: 'nothing',
  problems: {
    unreachable: 'The LMS cannot be reached.',
    unavailable: 'The LMS does not answer as it should just now. Try it later.',
    slow_down: 'The LMS asks for a pause. Try it in a few minutes.',
    unreadable: 'The answer of the LMS cannot be read.',
    unauthorized: 'The LMS no longer knows Cairn: look at the registration there.',
    token_refused: 'The LMS gives Cairn no access token: look at the client id and the keys there.',
    scope_missing: 'The LMS gave no leave to read results: allow it there in the settings of the tool.',
    forbidden: 'The LMS refused: this tool may not read that column.',
    not_found: 'The column was deleted in the LMS.',
    conflict: 'The LMS refused to answer just now. Try it again.',
    rejected: 'The LMS refused the question.',
  },
};
