/**
 * Every reason why a draft cannot be published yet, and what to do about it. `{name}` stands for a parameter.
 * A code keeps its meaning for good: translations and integrations hang on it.
 */
export const PUBLISHING_PROBLEMS = {
  title_missing: 'Give the micro-credential a title.',
  summary_missing: 'Write a summary: it describes the badge wherever the badge is shown.',
  outcomes_missing: 'Add at least one learning outcome.',
  outcome_empty: 'Write or remove learning outcome {number}.',
  skills_missing: 'Name at least one skill: it is what an employer looks for.',
  skill_name_missing: 'Name or remove skill {number}.',
  alignment_name_missing: 'Say what the framework calls the skill “{skill}”.',
  alignment_url_malformed: 'Give the framework entry of the skill “{skill}” a full web address.',
  level_malformed: 'Give a level: 1 to 8 for EQF, any name for a local framework.',
  language_missing: 'Choose the language of the micro-credential.',
  language_malformed: '“{language}” is not a language tag such as “en” or “pt-BR”.',
  workload_missing: 'State the workload in hours, above zero.',
  workload_ects_malformed: 'State ECTS credits in steps of 0.5, above zero, or leave them out.',
  workload_ceu_malformed: 'State CEU in steps of 0.1, above zero, or leave them out.',
  criteria_missing: 'Say what one does to earn the badge.',
  file_missing: 'A file that “{place}” needs is missing: upload it again.',
  courses_missing: 'Add at least one course.',
  duplicate_id: '“{place}” has the same id as something before it: remove it and add it again.',
  course_title_missing: 'Give course {number} a title.',
  course_language_malformed: 'The course “{course}” has no valid language tag such as “en”.',
  course_empty: 'The course “{course}” has no required activity, so nobody could complete it.',
  activity_title_missing: 'Give activity {number} of “{course}” a title.',
  activity_minutes_malformed: 'State the minutes of “{activity}” as zero or more.',
  page_empty: 'The page “{activity}” is empty.',
  video_url_not_allowed: 'The video of “{activity}” is not on an allowed site: {url}',
  quiz_without_questions: 'The quiz “{activity}” asks no questions.',
  quiz_pass_mark_out_of_range: 'Set the pass mark of “{activity}” between 0 and 100 %.',
  quiz_unpassable: 'The questions of “{activity}” may give no points at all, so the pass mark cannot be reached.',
  quiz_attempt_limit_malformed: 'Allow at least one attempt at “{activity}”, or any number.',
  quiz_time_limit_malformed: 'Allow at least one second for “{activity}”, or no time limit.',
  pool_empty: 'Pool {number} of “{activity}” has no questions.',
  pool_draw_malformed: 'Pool {number} of “{activity}” must draw at least one question, or ask them all.',
  pool_draws_too_many: 'Pool {number} of “{activity}” draws {draw} questions but has {size}.',
  question_prompt_missing: '{question} has no text.',
  question_points_malformed: '{question} must give zero or more points.',
  question_too_few_options: '{question} needs at least two options.',
  question_part_empty: '{question} has an option or item without text.',
  question_parts_equal: '{question} shows the same text twice, so nobody can tell the two apart.',
  question_without_right_answer: '{question} has no right answer.',
  question_several_right_answers: '{question} allows one choice but has several right answers.',
  question_tolerance_negative: '{question} has a tolerance below zero.',
  question_too_few_items: '{question} needs at least two items to put in order.',
  question_too_few_matches: '{question} needs a pair and at least two things to choose from.',
  project_missing: 'Describe the project: every micro-credential ends with one.',
  project_title_missing: 'Give the project a title.',
  project_brief_missing: 'Write the brief of the project.',
  project_minutes_malformed: 'State the minutes of the project as zero or more.',
  project_accepts_nothing: 'Let learners hand in text, links or files.',
  project_file_limits_malformed: 'Allow at least one file of at least one byte.',
  project_media_type_malformed: '“{mediaType}” is not a media type such as “application/pdf” or “image/*”.',
  project_attempt_limit_malformed: 'Allow at least one attempt at the project, or as many as are returned.',
  rubric_missing: 'Add a rubric: the project is judged by it.',
  rubric_without_criteria: 'Add at least one criterion to the rubric.',
  criterion_title_missing: 'Give criterion {number} a title.',
  criterion_too_few_ratings: 'The criterion “{criterion}” needs at least two ratings.',
  rating_title_missing: 'Give rating {number} of “{criterion}” a title.',
  rating_points_malformed: 'Rating {number} of “{criterion}” must give zero or more points.',
  rubric_pass_points_malformed: 'Set the points that pass to zero or more.',
  rubric_unpassable: '{passPoints} points are needed to pass but the best ratings add up to {maxPoints}.',
  criterion_unpassable: 'The criterion “{criterion}” must reach {mustPassPoints} points but its best rating gives {best}.',
  second_marker_share_out_of_range: 'Set the share that a second marker sees between 0 and 100 %.',
  tolerance_malformed: 'Set the points that two markers may differ by to zero or more.',
  sequence_too_deep: 'The sequence is nested deeper than {limit} levels.',
  sequence_too_large: 'The sequence has more than {limit} parts.',
  sequence_group_empty: 'A group of the sequence has nothing in it.',
  sequence_course_unknown: 'The sequence asks for a course that is not part of the micro-credential.',
  sequence_course_missing: 'The course “{course}” has no place in the sequence.',
  sequence_course_repeated: 'The course “{course}” stands in the sequence more than once.',
  sequence_project_missing: 'The project has no place in the sequence.',
  sequence_project_repeated: 'The project stands in the sequence more than once.',
  sequence_project_optional: 'The project stands where a learner could choose to leave it out.',
  sequence_count_malformed: 'A group must ask for at least one of its items.',
  sequence_count_too_high: 'A group asks for {count} items but has {size}.',
  sequence_points_malformed: 'A group must ask for more than zero points.',
  sequence_points_item_not_course: 'Only courses give points: move anything else out of the group.',
  sequence_points_weight_missing: 'Say how many points the course “{course}” gives, above zero.',
  sequence_points_unreachable: 'A group asks for {points} points but its courses give {total}.',
  sequence_after_self: '“{item}” waits for itself.',
  sequence_after_unknown: '“{item}” waits for a course that is not in the sequence.',
  sequence_never_opens: '“{item}” would never open: what it waits for waits for it.',
  release_date_malformed: '“{item}” opens on “{at}”, which is not a date with a time zone, such as 2026-09-01T08:00:00Z.',
  release_days_malformed: '“{item}” must open zero or more whole days after the start.',
} as const;

/** What stands for the project where a text names an item of the sequence. */
export const THE_PROJECT = 'The project';

export type PublishingProblemCode = keyof typeof PUBLISHING_PROBLEMS;

export interface PublishingProblem {
  code: PublishingProblemCode;
  /** Where, as a JSON Pointer (RFC 6901) into the candidate; `''` is the whole. */
  path: string;
  /** English, with what to do. */
  detail: string;
  /** What stands in the text's `{names}`, for translations. */
  params: Record<string, string | number>;
}

export function problem(
  code: PublishingProblemCode,
  path: string,
  params: Record<string, string | number> = {},
): PublishingProblem {
  return { code, path, detail: inWords(PUBLISHING_PROBLEMS[code], params), params };
}

/** The text with what its `{names}` stand for. */
export function inWords(text: string, params: Readonly<Record<string, unknown>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
}
