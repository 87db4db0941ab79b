import type { LetterTemplate, TemplateName } from '../catalogue.js';

/** The mails of Cairn, in words. */
export interface LetterWords {
  /** As long as an institution writes none of its own. */
  templates: Readonly<Record<TemplateName, LetterTemplate>>;
  enclosed: string;
  /** Below what one may choose not to get. */
  choice: string;
  /** What a badge's files are. */
  badgeFiles: { picture: string; certificate: string };
  /** Before the subject of a letter that somebody sends to themselves to look at it. */
  trial: string;
  /** What placeholders stand for in a preview. */
  examples: {
    person: string;
    microCredential: string;
    offering: string;
    badge: string;
    answer: string;
  };
}

const IGNORE = 'If you did not expect this, you can ignore it: nothing happens unless the link is used.';
const HELLO = 'Hello {{person.name}},';
const FETCH = 'Its address is the same; a file that you kept is out of date, so please fetch it again:';
const BADGE = 'Your badge: {{badge.name}}';
const OPEN_BADGE = '[Open the badge]({{link}})';

const letter = (subject: string, ...paragraphs: string[]): LetterTemplate => ({ subject, body: paragraphs.join('\n\n') });

export const en: LetterWords = {
  templates: {
    invitation: letter(
      '{{institution.name}} invites you to Cairn',
      HELLO,
      '{{institution.name}} invites you to join them on Cairn, where they offer micro-credentials. Open this link to accept; it works for 14 days:',
      '[Accept the invitation]({{link}})',
      IGNORE,
    ),
    welcome: letter(
      'Your account at {{institution.name}}',
      HELLO,
      '{{institution.name}} made an account for you on Cairn. Open this link to sign in and choose a password; it works once, for seven days. After that, ask for a new one with “Forgotten your password?”:',
      '[Sign in for the first time]({{link}})',
      IGNORE,
    ),
    joined: letter(
      'You are now a member of {{institution.name}}',
      HELLO,
      '{{institution.name}} added you on Cairn. Sign in as you always do:',
      '[Sign in]({{link}})',
    ),
    password_reset: letter(
      'Choose a new password for Cairn',
      HELLO,
      'somebody, probably you, asked for a new password. Open this link to choose one; it works once, for an hour:',
      '[Choose a new password]({{link}})',
      IGNORE,
    ),
    password_changed: letter(
      'Your password for Cairn was changed',
      HELLO,
      'your password was changed, and every other device was signed out. If this was not you, choose a new one now:',
      '[Choose a new password]({{link}})',
    ),
    confirm_email: letter(
      'Confirm your e-mail address for Cairn',
      HELLO,
      'open this link to use this address for signing in; it works once, for an hour:',
      '[Confirm the address]({{link}})',
      IGNORE,
    ),
    address_in_use: letter(
      'Your e-mail address and Cairn',
      'Hello,',
      'somebody asked to use this address for another account on Cairn. You have an account with it already, so nothing was changed.',
      '[Sign in]({{link}})',
    ),
    email_changed: letter(
      'Your e-mail address for Cairn was changed',
      HELLO,
      'you now sign in to Cairn with {{email}}. If this was not you, tell whoever runs Cairn at your institution at once.',
    ),
    lms_account: letter(
      'Make what you do in your course an account of your own',
      'Hello,',
      'somebody who takes a course of {{institution.name}} asked to make what they do there an account with this address. If it was you, open this link; it works once, for an hour, and asks for the code that your course shows:',
      '[Make it my account]({{link}})',
      'If it was not you, do nothing: nothing happens then.',
    ),
    lms_link: letter(
      'Link your account with your course',
      'Hello,',
      'somebody who takes a course of {{institution.name}} asked to make what they do there an account with this address. You have an account with it already. If it was you, this link lets you link the two; it works once, for an hour, and asks for the code that your course shows:',
      '[Look at it]({{link}})',
      'If it was not you, do nothing: nothing happens then.',
    ),
    lms_linked: letter(
      'Your account is linked with your course',
      HELLO,
      'from now on a course of {{institution.name}} opens your account, as a learner. You see by which learning platform in your account, and can undo it there:',
      '[Ways in]({{link}})',
      'If this was not you, undo it at once and choose a new password.',
    ),
    lms_unlinked: letter(
      'A learning platform opens your account no longer',
      HELLO,
      'a learning platform of {{institution.name}} no longer opens your account. What you did stays in it. You see what is left here:',
      '[Ways in]({{link}})',
      'If this was not you, choose a new password at once.',
    ),
    deadline_near: letter(
      'Your project is due soon',
      HELLO,
      'your project in “{{microCredential.title}}” is due on **{{deadline}}**.',
      '[Go on with your draft]({{link}})',
    ),
    feedback: letter(
      'There is feedback on your project',
      HELLO,
      'an assessor has judged your project in “{{microCredential.title}}”.',
      '[Read the feedback]({{link}})',
    ),
    reminder: letter(
      'How is “{{microCredential.title}}” going?',
      HELLO,
      'you have a place in “{{offering.title}}”, and we have not heard from you for a while. What you have done so far is kept: go on where you left off. If something stands in the way, write to us.',
      '[Go on]({{link}})',
    ),
    place_moved: letter(
      'You are now in “{{offering.title}}”',
      HELLO,
      '{{institution.name}} moved your place in “{{microCredential.title}}” to another offering: “{{offering.title}}”. Everything that you did counts on. Dates and deadlines are those of the new offering; you see them here and in your calendar:',
      '[Open the offering]({{link}})',
    ),
    badge_issued: letter(
      BADGE,
      'Congratulations, {{person.name}}!',
      'You earned the badge “{{badge.name}}”. Anybody you give this address to can check that it is genuine:',
      OPEN_BADGE,
    ),
    badge_again: letter(
      BADGE,
      HELLO,
      'Here is your badge “{{badge.name}}” once more. Anybody you give this address to can check that it is genuine:',
      OPEN_BADGE,
    ),
    badge_reissued: letter(BADGE, HELLO, `Your badge “{{badge.name}}” was issued anew. ${FETCH}`, OPEN_BADGE),
    badge_corrected: letter(BADGE, HELLO, `Your badge “{{badge.name}}” was corrected. ${FETCH}`, OPEN_BADGE),
    badge_signed_anew: letter(
      BADGE,
      HELLO,
      'Your badge “{{badge.name}}” was signed anew, because the key that it was signed with counts no more. Its address is the same and it says the same; a file that you kept can no longer be checked, so please fetch it again:',
      OPEN_BADGE,
    ),
    badge_reinstated: letter(BADGE, HELLO, `Your badge “{{badge.name}}” is no longer suspended. ${FETCH}`, OPEN_BADGE),
    correction_declined: letter(
      BADGE,
      HELLO,
      'You asked for the name on your badge “{{badge.name}}” to be corrected. The office left it as it is.',
      '{{answer}}',
      OPEN_BADGE,
    ),
    wallet_code: letter(
      'The code for your wallet',
      HELLO,
      'your wallet asks for a code before it takes your badge. It is',
      '{{code}}',
      'and works for a quarter of an hour. If you did not ask for it, do nothing: without the code, nobody gets the badge.',
    ),
    grading_waiting: letter(
      'Work is waiting to be graded',
      HELLO,
      'learners of “{{offering.title}}” have handed in work that waits for an assessor.',
      '[Open the queue]({{link}})',
    ),
    import_finished: letter(
      'Your import is finished',
      HELLO,
      'the courses that you imported are there.',
      '[Open the studio]({{link}})',
    ),
    personal_export: letter(
      'Your data is ready',
      HELLO,
      'all that is held about you is in one archive now. Sign in and fetch it within a week:',
      '[Fetch the archive]({{link}})',
      'If you did not ask for it, somebody else is signed in as you: choose a new password there.',
    ),
    webhook_ended: letter(
      'A webhook was switched off',
      HELLO,
      'Cairn sends no more messages to a webhook of {{institution.name}}: for days every one of them failed, or its other side wants no more. This page says to which and why. When it works again, resume it there, and send again what it missed:',
      '[Open the webhooks]({{link}})',
    ),
    erasure_requested: letter(
      '{{institution.name}} will erase your data',
      HELLO,
      'your data at {{institution.name}} will be erased on {{deadline}}. Until then nothing changes: fetch your data and your badges if you want to keep them. After that day nobody can write to you any more, nor bring anything back.',
      'Did you change your mind, or was this not you? Open this page, sign in, and keep your data. It also says what becomes of your badges:',
      '[Keep my data]({{link}})',
    ),
    erasure_cancelled: letter(
      '{{institution.name}} keeps your data',
      HELLO,
      'the erasure of your data at {{institution.name}} was called off; everything stays as it is. You can ask for it again at any time:',
      '[My data]({{link}})',
    ),
    erasure_refused: letter(
      '{{institution.name}} cannot erase your data yet',
      HELLO,
      '{{institution.name}} cannot erase your data at present, for a reason that the law allows (GDPR Art. 17(3)). This page says which, and there you can ask again once it is over:',
      '[My data]({{link}})',
      'You may complain to your data protection authority.',
    ),
    signature: letter('', '{{institution.name}}'),
    footer: letter('', 'Sent by Cairn, where {{institution.name}} offers micro-credentials.'),
  },
  enclosed: 'Enclosed:',
  choice: 'In Cairn, under Notifications, you choose what you hear of by mail.',
  badgeFiles: {
    picture: 'the badge as a picture, with the signed credential inside. Wallets and backpacks read it.',
    certificate: 'a certificate to print or pass on, with the signed credential attached.',
  },
  trial: 'Trial: ',
  examples: {
    person: 'Amara Okafor',
    microCredential: 'Data Storytelling',
    offering: 'Data Storytelling, spring',
    badge: 'Data Storytelling',
    answer: 'The name is spelt as in your passport.',
  },
};
