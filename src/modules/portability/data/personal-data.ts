/** Of what is held about a person, one table's part. */
export interface PersonalPart {
  /** Of its file, without the ending. */
  readonly name: string;
  readonly table: string;
  /** Which rows are about the person `$1`. */
  readonly where: string;
  /** Not handed out, besides `NEVER`: paths in the row. */
  readonly without?: readonly string[];
}

const OF_PERSON = 'person_id = $1';
const OF_ENROLLMENT = 'enrollment_id in (select id from enrollment where person_id = $1)';
const OF_CREDENTIAL = 'credential_id in (select id from credential where person_id = $1)';
const OF_ATTEMPT = 'attempt_id in (select id from attempt where person_id = $1)';

/** Secrets, even hashed, and who else had a hand in it: others have the same rights (GDPR Art. 15(4)). */
export const NEVER = [
  'password_hash',
  'token_hash',
  'code_hash',
  'transaction_code_hash',
  'access_token_hash',
  'challenge',
  'storage_key',
  'granted_by',
  'invited_by',
  'moved_by',
  'decided_by',
  'revoked_by',
  'acted_by',
  'awarded_by',
  'assessor_id',
] as const;

/** All of it, table by table. A test compares this with the database: a new table about people stands here or in `LEFT_OUT`. */
export const PERSONAL_DATA: readonly PersonalPart[] = [
  { name: 'account', table: 'person', where: 'id = $1' },
  { name: 'sessions', table: 'session', where: OF_PERSON },
  { name: 'membership', table: 'membership', where: OF_PERSON },
  {
    name: 'roles',
    table: 'membership_role',
    where: 'membership_id in (select id from membership where person_id = $1)',
  },
  {
    name: 'invitations',
    table: 'invitation',
    where: 'accepted_by = $1 or email = (select email from person where id = $1)',
  },
  { name: 'api-tokens', table: 'api_token', where: OF_PERSON },
  { name: 'staff-of-offerings', table: 'offering_staff', where: OF_PERSON },
  { name: 'enrollments', table: 'enrollment', where: OF_PERSON },
  { name: 'deadline-extensions', table: 'deadline_extension', where: OF_ENROLLMENT },
  { name: 'accommodations', table: 'accommodation', where: OF_PERSON },
  { name: 'progress-facts', table: 'progress_fact', where: OF_ENROLLMENT, without: ['actor_id'] },
  { name: 'progress', table: 'activity_progress', where: OF_ENROLLMENT },
  { name: 'completed-courses', table: 'course_completion', where: OF_PERSON },
  { name: 'study-plans', table: 'study_plan', where: OF_ENROLLMENT },
  { name: 'notes', table: 'note', where: OF_PERSON },
  { name: 'edition-moves', table: 'edition_move', where: OF_ENROLLMENT },
  { name: 'where-i-stopped', table: 'resume_position', where: OF_ENROLLMENT },
  // Which questions it asks follows from the seed, and which answers are right from the points of each.
  { name: 'quiz-attempts', table: 'quiz_attempt', where: OF_ENROLLMENT, without: ['seed', 'result,questions'] },
  { name: 'submission-drafts', table: 'submission', where: OF_ENROLLMENT },
  { name: 'submissions', table: 'attempt', where: OF_PERSON },
  { name: 'withdrawn-submissions', table: 'attempt_withdrawal', where: OF_ATTEMPT, without: ['withdrawn_by'] },
  // What one of two assessors thinks is no verdict yet.
  { name: 'verdicts', table: 'assessment', where: `final and ${OF_ENROLLMENT}` },
  { name: 'badges', table: 'credential', where: OF_PERSON },
  { name: 'badge-choices', table: 'credential_choice', where: OF_PERSON },
  { name: 'badge-evidence', table: 'published_evidence', where: OF_CREDENTIAL },
  { name: 'badge-share-links', table: 'credential_share_link', where: OF_CREDENTIAL },
  { name: 'badge-views', table: 'credential_view_count', where: OF_CREDENTIAL },
  { name: 'badge-revocations', table: 'credential_revocation', where: OF_CREDENTIAL, without: ['reason'] },
  { name: 'badge-acts', table: 'credential_act', where: OF_CREDENTIAL, without: ['reason'] },
  { name: 'badge-corrections', table: 'credential_correction_request', where: 'requested_by = $1' },
  { name: 'historic-awards', table: 'historic_award', where: OF_PERSON, without: ['reason'] },
  { name: 'historic-award-rows', table: 'historic_import_row', where: OF_PERSON },
  { name: 'newly-qualified', table: 'requalification_row', where: OF_PERSON },
  { name: 'portfolio', table: 'portfolio', where: OF_PERSON },
  { name: 'connected-services', table: 'service_grant', where: OF_PERSON },
  { name: 'badges-from-elsewhere', table: 'backpack_credential', where: OF_PERSON },
  { name: 'profile-for-services', table: 'backpack_profile', where: OF_PERSON },
  { name: 'wallets', table: 'wallet_interaction', where: OF_PERSON },
  { name: 'notices', table: 'notice', where: OF_PERSON, without: ['dedupe_key'] },
  { name: 'where-i-hear-of-things', table: 'notice_preference', where: OF_PERSON },
  { name: 'calendar-address', table: 'calendar_feed', where: OF_PERSON },
  { name: 'enrolled-from-files', table: 'enrollment_import_row', where: OF_ENROLLMENT },
  { name: 'acts-on-my-places', table: 'enrollment_act_row', where: OF_ENROLLMENT },
  { name: 'lms-identities', table: 'lti_identity', where: OF_PERSON },
  { name: 'lms-courses', table: 'lti_member', where: 'identity_id in (select id from lti_identity where person_id = $1)' },
  {
    name: 'lms-scores',
    table: 'lti_score',
    where: 'identity_id in (select id from lti_identity where person_id = $1)',
    without: ['leased_until'],
  },
  { name: 'lms-account-requests', table: 'lti_claim', where: OF_PERSON },
  { name: 'exports', table: 'personal_export', where: OF_PERSON },
  { name: 'erasures', table: 'erasure', where: OF_PERSON, without: ['requested_by', 'refused_by'] },
  { name: 'uploads-under-way', table: 'upload', where: OF_PERSON },
  { name: 'kept-comments', table: 'kept_comment', where: OF_PERSON },
  { name: 'files', table: 'stored_file', where: 'created_by = $1' },
  // The texts may hold links that let one in.
  {
    name: 'letters',
    table: 'mail_message',
    where: 'recipient = (select email from person where id = $1)',
    without: ['body', 'html', 'enclosure', 'dedupe_key'],
  },
  // What was done to others is about them.
  { name: 'what-i-did', table: 'event', where: 'actor_id = $1', without: ['particulars', 'actor_id'] },
];

/** Tables that refer to people, or to what is theirs, and are not handed out, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  sign_in_link: 'a secret that lets one in, and nothing besides',
  service_token: 'a secret of a service, and nothing besides',
  lti_launch: 'what an LMS said of somebody minutes ago, for one answer',
  authorization_code: 'a secret of a service, and nothing besides',
  credential_intent: 'what was about to be signed: the badge says the same',
  upload_part: 'pieces of files that are not whole yet',
  vc_jwt: 'the badge in another form, fetched at its address',
  member_word: 'the words of the name and address, to find them by: the account says the same',
  credential_revocation_batch_row: 'which badges the office meant to revoke at once: the revocation itself is there',
  letter_template: 'the words of an institution; that somebody wrote them is among what they did',
  assessment_draft: 'notes of an assessor that are no verdict yet',
  grading_lease: 'who is looking at a submission for the next minutes',
};

/** The row as it is handed out: a jsonb expression over the table `of`. */
export function handedOut({ without = [] }: PersonalPart, of = 'held'): string {
  const top = [...NEVER, ...without.filter((path) => !path.includes(','))];
  const deep = without.filter((path) => path.includes(','));
  return [`to_jsonb(${of}) - '{${top.join(',')}}'::text[]`, ...deep.map((path) => `#- '{${path}}'`)].join(' ');
}
