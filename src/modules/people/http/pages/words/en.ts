import type { Role } from '../../../../../platform/http/access.js';

const NEW_PASSWORD = 'At least 8 characters. A few unrelated words work well.';
const TO_ACCOUNT = 'Go to your account';
const FORGOTTEN = 'Forgotten your password, or have you none yet?';

const roles: Readonly<Record<Role, string>> = {
  learner: 'learner',
  instructor: 'instructor',
  assessor: 'assessor',
  office: 'office',
  admin: 'administrator',
};

export const en = {
  roles,
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: NEW_PASSWORD,
  signIn: {
    title: 'Sign in to Cairn',
    heading: 'Sign in',
    forgotten: FORGOTTEN,
  },
  reset: {
    title: 'Choose a new password',
    lead: 'We send a link to your e-mail address. It works once, for an hour.',
    send: 'Send me a link',
    back: 'Back to signing in',
    sentTitle: 'Look at your mail',
    sent: 'If somebody here has this address, a link is on its way to it. It may take a few minutes; look among the unwanted mail, too.',
  },
  link: {
    newOne: 'Send me a new link',
    signIn: 'Sign in',
    confirmedTitle: 'Address confirmed',
    confirmed: 'From now on, sign in with it.',
    toAccount: TO_ACCOUNT,
    reset: {
      title: 'Choose a new password',
      text: (name: string) => `Hello ${name}. Every device that is signed in will be signed out.`,
      button: 'Save and sign in',
    },
    confirm: {
      title: 'Confirm your address',
      text: (name: string, email: string) => `Hello ${name}. Do you want to use ${email} for Cairn?`,
      button: 'Use this address',
    },
    welcome: {
      title: 'Sign in to Cairn',
      text: (name: string) => `Hello ${name}. This link works once; choose a password afterwards, so that you can come back.`,
      button: 'Sign in',
    },
  },
  invitation: {
    title: (institution: string) => `Join ${institution}`,
    lead: (institution: string, email: string, as: string) => `${institution} invites ${email} to Cairn as ${as}.`,
    signIn: 'Sign in',
    accepted: 'You have accepted.',
    toAccount: TO_ACCOUNT,
    somebodyElse: 'You are signed in as somebody else. Sign out first, then open the link in the mail again.',
    signOut: 'Sign out',
    accept: 'Accept',
    forgotten: FORGOTTEN,
    known: 'You have an account with this address. Enter its password to show that this is you.',
    name: 'Your name',
    nameHint: 'As it shall stand on a badge.',
    choosePassword: 'Choose a password',
  },
  account: {
    title: 'Your account',
    done: {
      password: 'Your password is saved. Every other device was signed out.',
      email: 'Your e-mail address is saved.',
      confirmation: 'Look at your mail: the new address counts when you open the link there.',
    },
    welcome: 'Welcome to Cairn.',
    settingUp: 'Enter your e-mail address and choose a password, so that you can come back.',
    leave: 'Leave',
    signOut: 'Sign out',
    name: 'Name',
    mail: 'E-mail',
    noMail: 'none yet',
    actingFor: 'Acting for',
    nobody: 'no institution',
    rolesThere: 'Roles there',
    noRolesThere: 'none',
    work: 'Your learning and your work',
    badges: 'Your badges',
    badgesSays: 'who sees them, and what they say',
    apiDocs: 'API documentation',
    mailbox: 'Mailbox',
    mailboxSays: 'mail that Cairn wrote',
    others: 'Your other institutions',
    noRoles: 'no roles',
    suspended: 'Your membership is suspended. Ask the institution.',
    actFor: (institution: string) => `Act for ${institution}`,
    saveEmail: 'Save the address',
    currentPassword: 'Current password',
    savePassword: 'Save the password',
  },
};
