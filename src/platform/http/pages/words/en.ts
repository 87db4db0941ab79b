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
  cookies: {
    title: 'Your browser keeps no cookies of this site',
    why: 'Cairn knows you by a cookie once you are signed in. Without it, every page would ask you to sign in again. Please allow cookies for this site:',
    how: [
      'In Chrome and Edge, click on the symbol to the left of the address; the settings of this site are there, and its cookies among them.',
      'In Firefox, open Settings, “Privacy & Security”, “Cookies and Site Data”, and make an exception for this site.',
      'In Safari, open the settings and switch “Block all cookies” off. On an iPhone or iPad it stands in the settings of Safari.',
      'If your browser does not let you, ask whoever looks after this computer.',
    ],
    afterwards: 'Then load this page again. If a link in your course brought you here, open it there again instead.',
    again: 'Load this page again',
    ownWindow: 'Try it in a window of its own',
  },
  mailbox: {
    title: 'Mailbox',
    lead: 'Mail that Cairn wrote for your institution. No mail server is set up, so this is where it stays.',
    none: 'No mail was written yet. Invitations and badge notices appear here.',
    more: (shown: number) => `These are the newest ${shown}. The API lists all of them:`,
    to: (recipient: string) => `To ${recipient}`,
  },
};
