import { LTI_REFUSALS, type LtiRefusalCode } from '../../../domain/refusal.js';
import { account } from './account.en.js';
import { registration } from './registration.en.js';

const reasons: Readonly<Record<LtiRefusalCode, string>> = LTI_REFUSALS;

export const en = {
  login: {
    title: 'Opening Cairn',
    opening: 'One moment: Cairn is being opened.',
    blocked: 'Your browser does not let Cairn stay signed in inside this page. In a window of its own it can.',
    newWindow: 'Open Cairn in a new window',
    after: 'You can close this page then, or go on here afterwards.',
  },
  parked: {
    blocked:
      'Your platform knows who you are, but your browser does not let Cairn stay signed in inside this page. In a window of its own it can.',
    opened: 'Cairn is open in a window of its own. To come back later, open the link in your course again.',
  },
  refused: {
    title: 'Cairn could not be opened from here',
    again:
      'Go back to your course and open the link again. If that does not help, show this page to who looks after your learning platform.',
    forAdministrators: 'For administrators',
    code: 'Code',
    where: 'Where to look',
    request: 'Request',
    reasons,
  },
  nothing: {
    title: 'Nothing is here yet',
    text: 'Whoever teaches in this course has not chosen what this link shows. Come back later.',
  },
  noPlace: {
    title: 'There is no place for you here',
    text: 'Ask whoever teaches in this course.',
    reasons: {
      offering_cancelled: 'What this link leads to was cancelled.',
      offering_ended: 'What this link leads to is over.',
      no_seats_left: 'All places are taken.',
      waitlist_full: 'All places are taken, and so is the waiting list.',
    } as Readonly<Record<string, string>>,
  },
  picker: {
    title: 'What shall your learners see?',
    forLink: 'Nobody has chosen yet what this link shows. Choose one thing; you can place further links for others.',
    forOne: 'Choose one thing. A link to it is placed in your course.',
    forMany:
      'Choose what you like. A link to each is placed in your course, with a column in the gradebook where your platform has one.',
    search: 'Search by title',
    find: 'Search',
    none: 'No published micro-credential has this in its title.',
    nothingPublished: 'No micro-credential is published yet. In Cairn, instructors make and publish them.',
    more: 'There are more. Search by title to find them.',
    whole: 'The whole micro-credential',
    course: 'Course',
    project: 'Project',
    inside: 'Courses, activities and project',
    dates: {
      title: 'Dates (optional)',
      hint: (timeZone: string) =>
        `The days begin and end as in ${timeZone}. Your learners see them in Cairn and in your course. Work that is handed in later counts as late.`,
      startsAt: 'Opens on',
      endsAt: 'Available until the end of',
      projectDue: 'Project due at the end of',
      standing: (dates: string) => `In this course it has dates: ${dates}.`,
      forAll: 'What you change here changes for everybody in the course.',
      stands: {
        startsAt: (day: string) => `it opens on ${day}`,
        endsAt: (day: string) => `it is available until ${day}`,
        projectDue: (day: string) => `the project is due on ${day}`,
      },
    },
    add: 'Add to the course',
    show: 'Show this',
    cancel: 'Cancel',
  },
  answer: {
    title: 'Back to your course',
    text: 'Your choice is being taken to your course.',
    button: 'Go back to the course',
    shownTitle: 'It is chosen',
    shown: 'Whoever opens this link from now on sees what you chose. Open the link again to see it yourself.',
  },
  ...account,
  registration,
};
