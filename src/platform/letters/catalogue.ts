/** What stands for something in a letter, as `{{link}}`. */
export const PLACEHOLDERS = [
  'person.name',
  'institution.name',
  'microCredential.title',
  'offering.title',
  'badge.name',
  'deadline',
  'email',
  'code',
  'answer',
  'link',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

interface LetterTerms {
  /** What it may say. */
  readonly holds: readonly Placeholder[];
  /** What it may not leave out: without it the letter would be of no use. */
  readonly needs: readonly Placeholder[];
  /** Sent only to who wants to hear of its kind by mail, and says where that is chosen. */
  readonly isNotice?: true;
  /** Not a letter, but a part of every one, without a subject. */
  readonly isPart?: true;
}

const TO_SOMEBODY = ['person.name', 'institution.name'] as const;
const WITH_LINK = [...TO_SOMEBODY, 'link'] as const;
const ABOUT_BADGE = [...TO_SOMEBODY, 'badge.name', 'link'] as const;
const ABOUT_PROJECT = [...TO_SOMEBODY, 'microCredential.title', 'offering.title', 'link'] as const;
const LINK = ['link'] as const;

/** All that Cairn writes to people. */
export const LETTERS = {
  invitation: { holds: WITH_LINK, needs: LINK },
  welcome: { holds: WITH_LINK, needs: LINK },
  joined: { holds: WITH_LINK, needs: LINK },
  password_reset: { holds: WITH_LINK, needs: LINK },
  password_changed: { holds: WITH_LINK, needs: LINK },
  confirm_email: { holds: WITH_LINK, needs: LINK },
  // Whoever asked for it must not learn whose address it is.
  address_in_use: { holds: ['institution.name', 'link'], needs: LINK },
  email_changed: { holds: [...TO_SOMEBODY, 'email'], needs: ['email'] },
  // Who asks is known by an LMS alone, and whose address it is not yet.
  lms_account: { holds: ['institution.name', 'link'], needs: LINK },
  lms_link: { holds: ['institution.name', 'link'], needs: LINK },
  lms_linked: { holds: WITH_LINK, needs: LINK },
  lms_unlinked: { holds: WITH_LINK, needs: LINK },
  deadline_near: { holds: [...ABOUT_PROJECT, 'deadline'], needs: ['deadline', 'link'], isNotice: true },
  feedback: { holds: ABOUT_PROJECT, needs: LINK, isNotice: true },
  reminder: { holds: ABOUT_PROJECT, needs: [], isNotice: true },
  place_moved: { holds: ABOUT_PROJECT, needs: LINK, isNotice: true },
  badge_issued: { holds: ABOUT_BADGE, needs: LINK },
  badge_again: { holds: ABOUT_BADGE, needs: LINK },
  badge_reissued: { holds: ABOUT_BADGE, needs: LINK },
  badge_corrected: { holds: ABOUT_BADGE, needs: LINK },
  badge_signed_anew: { holds: ABOUT_BADGE, needs: LINK },
  badge_reinstated: { holds: ABOUT_BADGE, needs: LINK },
  correction_declined: { holds: [...ABOUT_BADGE, 'answer'], needs: ['answer'] },
  wallet_code: { holds: [...TO_SOMEBODY, 'code'], needs: ['code'] },
  grading_waiting: { holds: ABOUT_PROJECT, needs: LINK, isNotice: true },
  import_finished: { holds: WITH_LINK, needs: LINK, isNotice: true },
  personal_export: { holds: WITH_LINK, needs: LINK },
  webhook_ended: { holds: WITH_LINK, needs: LINK },
  erasure_requested: { holds: [...WITH_LINK, 'deadline'], needs: ['deadline', 'link'] },
  erasure_cancelled: { holds: WITH_LINK, needs: LINK },
  erasure_refused: { holds: WITH_LINK, needs: LINK },
  signature: { holds: ['institution.name'], needs: [], isPart: true },
  footer: { holds: ['institution.name'], needs: [], isPart: true },
} as const satisfies Record<string, LetterTerms>;

export type TemplateName = keyof typeof LETTERS;
export type LetterKind = Exclude<TemplateName, 'signature' | 'footer'>;

export const TEMPLATE_NAMES = Object.keys(LETTERS) as TemplateName[];

export function termsOf(name: TemplateName): LetterTerms {
  return LETTERS[name];
}

/** Known of the reader and of what the letter is about, so that whoever sends it need not say it. */
type Known = 'person.name' | 'institution.name' | 'microCredential.title' | 'offering.title';

/** What whoever sends a letter has to say. */
export type LetterValues<Kind extends LetterKind> = {
  readonly [name in Exclude<(typeof LETTERS)[Kind]['holds'][number], Known>]: name extends 'deadline' ? Date : string;
};

/** A subject and a text, as people write them; the text in the Markdown of letters. */
export interface LetterTemplate {
  subject: string;
  body: string;
}
