import { plural } from '../plural';

const count = plural('en');

export const privacy = {
  erasures: {
    title: 'Erasing people',
    lead: 'Who asked to be erased. It begins 14 days after they ask; until then they can take it back.',
    toList: 'Erasing people',
    empty: 'Nobody asked',
    emptyText: 'Members ask in their account, under Privacy. For who wrote you a letter, you ask here.',
    columns: { who: 'Who', state: 'State', due: 'Begins', badges: 'Badges', acts: 'Actions' },
    states: { waiting: 'Waiting', cancelled: 'Taken back', refused: 'Refused', running: 'Being erased', done: 'Erased' },
    badges: { kept: 'stay verifiable', withdrawn: 'are revoked' },
    byUs: 'asked for by you',
    ask: 'Ask for somebody',
    askHint: 'Make sure that it was they who wrote. They get a letter and can take it back for 14 days.',
    find: 'Name or e-mail address',
    findHint: 'The office asks for learners, an administrator for everybody else too.',
    choose: 'Erase',
    chooseThis: (name: string) => `Erase ${name}`,
    badgesLabel: 'Badges of theirs',
    fates: { kept: 'Keep them verifiable, without the name', withdrawn: 'Withdraw them too' },
    asked: (name: string) => `${name} will be erased in 14 days.`,
    refuse: 'Refuse',
    refuseThis: (name: string) => `Refuse to erase ${name}`,
    refuseText: 'The law gives few reasons to say no. The person is told which one, and may ask again.',
    reason: 'Reason',
    reasons: {
      work_in_assessment: 'Work of theirs is being assessed',
      appeal_open: 'An appeal of theirs is open',
      legal_duty: 'A law obliges us to keep it',
    },
    refused: (name: string) => `${name} is told that you refuse.`,
  },
  retention: {
    title: 'How long things are kept',
    lead: 'What nobody needs any more goes by itself, once a day. What you leave empty is kept for ever.',
    form: 'Days',
    kinds: {
      drafts: 'Drafts that were never handed in',
      uploads: 'Uploaded files that are in no submission',
      notices: 'Notices',
      letters: 'Letters',
      sessions: 'Sessions that have ended',
      invitations: 'Invitations that are over',
    },
    hints: {
      drafts: 'Days since they were last written in, once the place has ended. At least 30.',
      uploads: 'Days since the upload. At least 7.',
      notices: 'Days since they were told. At least 7.',
      letters: 'Days since they were written. At least 7.',
      sessions: 'Days since they ended.',
      invitations: 'Days since they were accepted, taken back or ran out.',
    },
    days: (number: number | null) => (number === null ? 'for ever' : count(number, { one: '# day', other: '# days' })),
    dryRun: 'See what would go',
    would: 'This would be deleted within a day:',
    nothing: 'Nothing would be deleted now.',
    fixed:
      'Archives of personal data go after 7 days and view counts of badges after 90. The audit log stays: its entries prove each other, and hold ids alone.',
  },
};
