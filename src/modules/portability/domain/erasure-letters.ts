import { GRACE_DAYS, type BadgeFate, type Refusal } from './erasure.js';

interface Letter {
  subject: string;
  body: string;
}

interface Told {
  name: string;
  institution: string;
  /** Of the page on which it can be taken back. */
  link: string;
}

const BADGES: Readonly<Record<BadgeFate, string>> = {
  kept: 'Your badges can still be verified, without your name.',
  withdrawn: 'Your badges are revoked: they can no longer be verified.',
};

const REASONS: Readonly<Record<Refusal, string>> = {
  work_in_assessment: 'work of yours is still being assessed',
  appeal_open: 'an appeal of yours is still open',
  legal_duty: 'the law obliges them to keep it',
};

/** To the person, whoever asked. */
export function requestedLetter({ name, institution, link, due, badges }: Told & { due: string; badges: BadgeFate }): Letter {
  return {
    subject: `${institution} will erase your data`,
    body: `Hello ${name},\n\nyour data at ${institution} will be erased on ${due}. ${BADGES[badges]}\n\nUntil then, for ${GRACE_DAYS} days, nothing changes: fetch your data and your badges if you want to keep them. Did you change your mind, or was this not you? Open this page, sign in, and keep your data:\n\n${link}\n\nAfter that day nobody can write to you any more, nor bring anything back.\n`,
  };
}

export function cancelledLetter({ name, institution, link }: Told): Letter {
  return {
    subject: `${institution} keeps your data`,
    body: `Hello ${name},\n\nthe erasure of your data at ${institution} was called off; everything stays as it is. You can ask for it again at any time:\n\n${link}\n`,
  };
}

export function refusedLetter({ name, institution, link, refusal }: Told & { refusal: Refusal }): Letter {
  return {
    subject: `${institution} cannot erase your data yet`,
    body: `Hello ${name},\n\n${institution} cannot erase your data at present, because ${REASONS[refusal]} (GDPR Art. 17(3)). You can ask again once that is over:\n\n${link}\n\nYou may complain to your data protection authority.\n`,
  };
}
