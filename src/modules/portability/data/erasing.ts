/** What is done with one table when a person is erased at the institution of the transaction. `$1` is the person. */
export interface ErasingStep {
  readonly table: string;
  /** `null`: done by the function `cairn_empty_history`, because the table is history that nobody else may change. */
  readonly sql: string | null;
}

const OF_ENROLLMENT = 'enrollment_id in (select id from enrollment where person_id = $1)';
const OF_CREDENTIAL = 'credential_id in (select id from credential where person_id = $1)';
const OF_ATTEMPT = 'attempt_id in (select id from attempt where person_id = $1)';
const OF_GRANT = 'grant_id in (select id from service_grant where person_id = $1)';
const ADDRESS = '(select email from person where id = $1)';

const gone = (table: string, where = 'person_id = $1'): ErasingStep => ({ table, sql: `delete from ${table} where ${where}` });
const emptied = (table: string): ErasingStep => ({ table, sql: null });

/** In this order, in one transaction. `test/medium/erasure.test.ts` compares it with all that is known to be about people. */
export const ERASING: readonly ErasingStep[] = [
  ...['deadline_extension', 'progress_fact', 'edition_move', 'attempt', 'assessment', 'credential_choice'].map(emptied),
  ...['credential_revocation', 'credential_act', 'historic_award', 'historic_import_row'].map(emptied),
  gone('note'),
  gone('notice'),
  gone('notice_preference'),
  gone('calendar_feed'),
  gone('study_plan', OF_ENROLLMENT),
  gone('resume_position', OF_ENROLLMENT),
  gone('quiz_attempt', OF_ENROLLMENT),
  // May tell of an illness.
  gone('accommodation'),
  gone('grading_lease', `${OF_ATTEMPT} or assessor_id = $1`),
  gone('assessment_draft', `${OF_ATTEMPT} or assessor_id = $1`),
  { table: 'submission', sql: `update submission set draft = '{"text": "", "links": [], "fileIds": []}' where ${OF_ENROLLMENT}` },
  gone('published_evidence', OF_CREDENTIAL),
  gone('credential_share_link', OF_CREDENTIAL),
  gone('credential_view_count', OF_CREDENTIAL),
  gone('credential_correction_request', `requested_by = $1 or ${OF_CREDENTIAL}`),
  gone('portfolio'),
  gone('wallet_interaction'),
  gone('service_token', OF_GRANT),
  gone('authorization_code', OF_GRANT),
  gone('service_grant'),
  gone('backpack_credential'),
  gone('backpack_profile'),
  gone('api_token'),
  gone('offering_staff'),
  gone('upload'),
  gone('kept_comment'),
  gone('lti_score', 'identity_id in (select id from lti_identity where person_id = $1)'),
  gone('lti_claim'),
  gone('lti_member', 'identity_id in (select id from lti_identity where person_id = $1)'),
  gone('lti_identity'),
  gone('lti_launch'),
  {
    table: 'enrollment_act',
    // What was done to several at once is not about one of them.
    sql: `update enrollment_act a set reason = '', subject = left(subject, 0), body = left(body, 0)
           where (select array_agg(e.person_id) from enrollment_act_row r join enrollment e on e.id = r.enrollment_id where r.act_id = a.id)
                 = array[$1::uuid]`,
  },
  gone('invitation', `accepted_by = $1 or email = ${ADDRESS}`),
  gone('personal_export'),
  {
    table: 'enrollment_import_row',
    sql: `update enrollment_import_row set wish = wish || '{"email": "", "name": ""}', reason = null
           where wish is not null and (${OF_ENROLLMENT} or wish ->> 'email' = ${ADDRESS})`,
  },
  gone('mail_message', `recipient = ${ADDRESS} or position(${ADDRESS} in body) > 0 or position($1::text in dedupe_key) > 0`),
];

/** What stays, why, and what it says of a person afterwards. */
export const STAYS: Readonly<Record<string, string>> = {
  person: 'the id, without name and address, once no institution is left: what they taught and decided hangs on it',
  session: 'goes with the account, once no institution is left',
  sign_in_link: 'goes with the account, once no institution is left',
  membership: 'shut, without roles; it goes where the person belongs to other institutions, whom their name is still told',
  membership_role: 'goes last: what stands in the place of the name follows from it',
  enrollment: 'which edition, from when until when: figures without a name',
  activity_progress: 'what was completed: the grounds of a badge, and figures',
  course_completion: 'what was completed: the grounds of a badge',
  attempt_withdrawal: 'ids and a date',
  credential: 'signed anew without the learner: the minimal record of the award',
  credential_intent: 'as the badge: signed anew without the learner',
  vc_jwt: 'made anew without the learner',
  credential_revocation_batch_row: 'which badges were revoked',
  requalification_row: 'which rules held',
  upload_part: 'goes with the upload, and its bytes with it',
  member_word: 'the words of the name that is left; they follow it',
  letter_template: 'the words of an institution, by the id of who wrote them',
  enrollment_act_row: 'what was done to a place together with others: keys, no words',
  stored_file: 'what was handed in goes, with its bytes; course material that they uploaded stays',
  event: 'ids and facts; never texts that people wrote',
  erasure: 'that and when somebody was erased, by id',
};
