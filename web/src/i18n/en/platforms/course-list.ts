import { plural } from '../../plural';

const count = plural('en');

/** Of the courses of a platform, and who is in them. */
export const courseList = {
  title: 'Courses',
  lead: 'Courses of the LMS in which Cairn was opened. Who is in them is read there after somebody opens Cairn, at most once an hour, and once a day while a course is in use.',
  none: 'Cairn was not opened in any course yet',
  noneHelp:
    'A teacher adds an activity or a link to a course in the LMS, chooses Cairn for it, and opens it once. From then on the course stands here, with the people in it.',
  course: 'Course',
  unnamed: 'A course without a name',
  learners: 'Learners',
  staff: 'Staff',
  left: 'Left',
  roster: 'Member list',
  act: 'Read it',
  read: 'Read now',
  readOne: (name: string) => `Read now who is in ${name}`,
  asked: 'It is being read.',
  states: {
    not_offered: 'Not offered',
    not_needed: 'Nothing shown yet',
    off: 'Off',
    reading: 'Being read',
    failed: 'Not read',
    read: 'Read',
    never_read: 'Not read yet',
  },
  notOffered:
    'The LMS does not tell who is in this course. Allow the service for names and roles for the tool there, then open Cairn once.',
  readAt: (moment: string) => `Last read ${moment}`,
  skipped: (many: number) =>
    count(many, { one: '# entry could not be understood.', other: '# entries could not be understood.' }),
  problems: {
    unreachable: 'The LMS did not answer. It is tried again by itself.',
    unavailable: 'The LMS had a failure of its own. It is tried again by itself.',
    slow_down: 'The LMS wants to be asked less often. It is tried again by itself.',
    unreadable: 'The LMS answered with something that is no member list. It is tried again by itself.',
    unauthorized: 'The LMS does not take its own token. Is the tool active there?',
    token_refused: 'The LMS gives Cairn no token. Is the tool active there, and may it use names and roles?',
    scope_missing: 'The LMS does not let Cairn read member lists: allow names and roles for the tool there.',
    forbidden: 'The LMS refuses the member list of this course. Is the course closed, or a right missing?',
    not_found: 'The LMS no longer knows the member list of this course. Opening Cairn there once tells where it is.',
    conflict: 'The LMS refused. Read it again later.',
    rejected: 'The LMS did not understand the question. Its log says why.',
    pages_elsewhere: 'The LMS says that the list goes on at another address, which Cairn does not follow.',
    pages_endless: 'The pages of the list lead back to each other, so it has no end.',
    too_large: 'The list is larger than any course: more than 100,000 people.',
    many_leave: 'More than half would leave. Read it again.',
  },
  manyLeave: (many: number) =>
    `By the list of the LMS ${many} people have left, more than half of the course. Nothing was changed. Look there whether that is right.`,
  confirm: 'Confirm…',
  confirmTitle: (many: number) => `Have ${many} people left the course?`,
  confirmMeans:
    'The list is read once more, and if no more than these are missing, they count as gone: teachers among them lose their rights there. Learners keep their place, and everything that they did.',
  confirmYes: 'Yes, read it',
};
