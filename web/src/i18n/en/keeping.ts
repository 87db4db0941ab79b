/** Shown to who came by an LMS and has no account of their own. */
export const keeping = {
  title: 'Keep what you do here',
  lead: (platform: string) =>
    `You came by ${platform}. Make it an account of your own, and your badges are yours when the course is over.`,
  begin: 'Make it my account',
  known: (platform: string) =>
    `If you have an account here already, enter its address: what you do in ${platform} becomes part of it. That works as long as you have not begun yet.`,
  address: 'Your e-mail address',
  addressHint: 'One that stays yours when your studies are over.',
  send: 'Send the link',
  again: 'Send it again',
  sentTitle: 'A letter is on its way',
  sent: (email: string) => `Open the link in the letter to ${email} and enter this code there:`,
  until: 'It works once, for an hour. Leave this page open until then, or ask again.',
};
