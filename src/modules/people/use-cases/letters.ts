/** The mails of this module, in words. */
export interface Letter {
  subject: string;
  body: string;
}

const IGNORE = 'If you did not expect this, you can ignore it: nothing happens unless the link is used.';

export function invitationLetter(letter: { name: string; institution: string; link: string }): Letter {
  const { name, institution, link } = letter;
  return {
    subject: `${institution} invites you to Cairn`,
    body: `Hello ${name},\n\n${institution} invites you to join them on Cairn, where they offer micro-credentials. Open this link to accept; it works for 14 days:\n\n${link}\n\n${IGNORE}\n`,
  };
}

export function welcomeLetter(letter: { name: string; institution: string; link: string }): Letter {
  const { name, institution, link } = letter;
  return {
    subject: `Your account at ${institution}`,
    body: `Hello ${name},\n\n${institution} made an account for you on Cairn. Open this link to sign in and choose a password; it works once, for seven days. After that, ask for a new one with "Forgotten your password?":\n\n${link}\n\n${IGNORE}\n`,
  };
}

export function joinedLetter(letter: { name: string; institution: string; link: string }): Letter {
  const { name, institution, link } = letter;
  return {
    subject: `You are now a member of ${institution}`,
    body: `Hello ${name},\n\n${institution} added you on Cairn. Sign in as you always do:\n\n${link}\n`,
  };
}

export function passwordResetLetter(letter: { name: string; link: string }): Letter {
  const { name, link } = letter;
  return {
    subject: 'Choose a new password for Cairn',
    body: `Hello ${name},\n\nsomebody, probably you, asked for a new password. Open this link to choose one; it works once, for an hour:\n\n${link}\n\n${IGNORE}\n`,
  };
}

export function passwordChangedLetter(letter: { name: string; link: string }): Letter {
  const { name, link } = letter;
  return {
    subject: 'Your password for Cairn was changed',
    body: `Hello ${name},\n\nyour password was changed, and every other device was signed out. If this was not you, choose a new one now:\n\n${link}\n`,
  };
}

export function confirmEmailLetter(letter: { name: string; link: string }): Letter {
  const { name, link } = letter;
  return {
    subject: 'Confirm your e-mail address for Cairn',
    body: `Hello ${name},\n\nopen this link to use this address for signing in; it works once, for an hour:\n\n${link}\n\n${IGNORE}\n`,
  };
}

export function addressInUseLetter(letter: { link: string }): Letter {
  return {
    subject: 'Your e-mail address and Cairn',
    body: `Hello,\n\nsomebody asked to use this address for another account on Cairn. You have an account with it already, so nothing was changed. Sign in here:\n\n${letter.link}\n`,
  };
}

export function emailChangedLetter(letter: { name: string; email: string }): Letter {
  const { name, email } = letter;
  return {
    subject: 'Your e-mail address for Cairn was changed',
    body: `Hello ${name},\n\nyou now sign in to Cairn with ${email}. If this was not you, tell whoever runs Cairn at your institution at once.\n`,
  };
}
