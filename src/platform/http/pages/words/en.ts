/** What stands on every page, and on pages that tell a refusal. */
export const en = {
  skip: 'Skip to content',
  main: 'Main',
  catalogue: 'Catalogue',
  verify: 'Verify a badge',
  learning: 'My learning',
  account: 'Account',
  foot: 'Micro-credentials with Cairn',
  language: 'Language',
  optional: '(optional)',
  errorTitle: (title: string) => `Error: ${title}`,
  refusal: { start: 'Go to the start page', request: (id: string) => `Request ${id}` },
  mailbox: {
    title: 'Mailbox',
    lead: 'Mail that Cairn wrote for your institution. No mail server is set up, so this is where it stays.',
    none: 'No mail was written yet. Invitations and badge notices appear here.',
    more: (shown: number) => `These are the newest ${shown}. The API lists all of them:`,
    to: (recipient: string) => `To ${recipient}`,
  },
};
