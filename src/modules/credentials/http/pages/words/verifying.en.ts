import type { FactName } from '../../../verifying/signed-facts.js';
import type { ReadFault } from '../../read-brought.js';

const labels: Readonly<Record<Exclude<FactName, 'other'>, string>> = {
  name: 'Name',
  description: 'Description',
  issuer: 'Issued by',
  parent: 'Part of',
  holder: 'Issued to',
  awarded: 'Awarded',
  'valid-from': 'Valid from',
  'valid-until': 'Valid until',
  activity: 'Period of study',
  'activity-from': 'Studied from',
  'activity-until': 'Studied until',
  criteria: 'Earned by',
  result: 'Results',
  credits: 'Credits',
  hours: 'Workload',
  level: 'Level',
  skill: 'Aligned with',
  tag: 'Skills',
  language: 'Language',
  evidence: 'Evidence',
  narrative: 'About the work',
  endorsed: 'Endorses',
  comment: 'In these words',
};
/** What the words of our own context are called; the members of other extensions keep their names. */
const european: Readonly<Record<string, string>> = {
  learningOutcome: 'Learning outcomes',
  ects: 'ECTS credits',
  ceu: 'Continuing education units (CEU)',
  assessmentType: 'Assessed by',
  project: 'Graded project',
  participationType: 'Taken part',
  supervisionType: 'Supervision',
  qualityAssurance: 'Quality assurance',
  entryRequirement: 'Entry requirements',
  stackability: 'Counts towards',
};
const faults: Readonly<Record<ReadFault, string>> = {
  'nothing-brought': 'Paste the credential, choose a file or give an address first.',
  'several-brought': 'Bring one credential at a time: a text, a file or an address.',
  'too-large':
    'That is too much: a file may have 5 MB, a text one million letters. Bring the badge picture or the JSON file instead.',
  'no-email': 'This is not an e-mail address.',
  'no-address': 'This is not the address of a page. It begins with https://.',
  'not-json': 'This is not JSON. Paste the whole file, from the first { to the last }, or a whole token or address.',
  'not-sent-as-json': 'Send the credential as the JSON body.',
};

/** What the pages on which anybody has a credential checked say. */
export const verifying = {
  verify: {
    title: 'Verify a badge',
    description: 'Check that a digital credential is genuine, unchanged and not revoked.',
    lead: 'Find out who issued a digital credential, whether it was changed, and whether it still holds: Open Badges 3.0 and 2.0 and other verifiable credentials, of any issuer. It is checked and not kept.',
    ways: 'Bring it in one of these three ways.',
    file: 'A file',
    fileHint: 'A badge picture (PNG or SVG), a certificate (PDF), or a credential (JSON or JWT), up to 5 MB.',
    url: 'A web address',
    urlHint: 'The page or file that you were given a link to.',
    text: 'The credential itself',
    textHint: 'Paste its whole text.',
    email: 'E-mail address of its holder',
    emailHint: 'To find out whether the credential is about the person who showed it to you. It is not kept.',
    check: 'Check it',
    faults,
  },
  verification: {
    verified: 'Genuine and valid',
    notVerified: 'Not verified',
    another: 'Check another',
    unnamed: 'Credential',
    unvouched: (name: string) => `It calls itself “${name}”. Nobody vouches for that.`,
    believe: 'These are the facts that were signed. If the paper or picture that you were given says otherwise, believe these.',
    itself: (name: string) => `It calls itself “${name}”.`,
    keyAlone: 'The holder of a key that belongs to no domain',
    keyAloneAdvice: 'Anybody can make such a key. Ask the issuer by another way whether it is theirs.',
    proven: (domain: string) => `Proven: whoever runs ${domain} vouches for this credential.`,
    everything: 'Everything in the credential',
    wholeJson: 'The whole credential as JSON',
    labels,
    european,
  },
};
