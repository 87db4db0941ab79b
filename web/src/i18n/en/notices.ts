import { plural } from '../plural';

const count = plural('en');

export const notices = {
  title: 'Notifications',
  views: 'Which ones',
  all: 'All',
  unread: 'Unread',
  readAll: 'Mark all as read',
  allRead: 'All are marked as read.',
  emptyTitle: 'Nothing to tell you yet',
  emptyText: 'Feedback, deadlines and badges will be told here.',
  emptyUnread: 'You have read everything.',
  isNew: 'New',
  markRead: (what: string) => `Mark as read: ${what}`,
  markUnread: (what: string) => `Mark as unread: ${what}`,
  choose: 'Settings',
  settings: 'What you hear of, and where',
  settingsIntro: 'Choose for each kind whether it is told here, by mail, in both places or not at all.',
  inProduct: 'Here',
  byMail: 'By mail',
  chosen: 'Your choice is kept.',
  kinds: {
    feedback: 'Feedback on my project',
    deadline_near: 'A deadline comes near',
    badge_issued: 'A badge is issued',
    correction_decided: 'A correction that I asked for is decided',
    reminder: 'The office reminds me to go on',
    place_moved: 'The office moves me to another offering',
    grading_waiting: 'Work waits to be graded',
    import_finished: 'An import is finished',
  },
  verdicts: {
    passed: (title: string) => `Your project in ${title} passed`,
    returned: (title: string) => `Your project in ${title} came back with feedback`,
    failed: (title: string) => `Your project in ${title} did not pass`,
  },
  deadline: (title: string, when: string) => `Your project in ${title} is due ${when}`,
  badge: (title: string) => `Your badge for ${title} is issued`,
  corrections: {
    accepted: 'Your badge is being corrected as you asked',
    declined: 'The office left your badge as it is',
  },
  reminder: (title: string) => `The office wrote to you about ${title}: go on where you left off`,
  moved: (offering: string) => `You are now in ${offering}`,
  grading: (offering: string) => `Work waits to be graded in ${offering}`,
  imported: (courses: number) =>
    count(courses, { one: 'Your import is finished: # course', other: 'Your import is finished: # courses' }),
};
