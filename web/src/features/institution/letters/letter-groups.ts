import type { View } from '../../../api/client';

export type LetterName = View<'LetterView'>['letter'];

/** Letters by what they are about, in the order in which people meet them. */
export const LETTER_GROUPS = {
  frame: ['signature', 'footer'],
  account: [
    'invitation',
    'welcome',
    'joined',
    'password_reset',
    'password_changed',
    'confirm_email',
    'address_in_use',
    'email_changed',
    'lms_account',
    'lms_link',
    'lms_linked',
    'lms_unlinked',
    'personal_export',
    'erasure_requested',
    'erasure_cancelled',
    'erasure_refused',
  ],
  learning: ['deadline_near', 'feedback', 'reminder', 'place_moved'],
  badges: [
    'badge_issued',
    'badge_again',
    'badge_reissued',
    'badge_corrected',
    'badge_signed_anew',
    'badge_reinstated',
    'correction_declined',
    'wallet_code',
  ],
  work: ['grading_waiting', 'import_finished', 'webhook_ended'],
} as const satisfies Readonly<Record<string, readonly LetterName[]>>;
