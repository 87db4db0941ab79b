import { isBlank, isLimit, isZeroOrMore } from './content-predicates.js';
import type { Marking, Project, SubmissionRules } from './project.js';
import { problem, type PublishingProblem } from './publishing-problem-codes.js';

export function projectProblems(project: Project | null): PublishingProblem[] {
  if (project === null) return [problem('project_missing', '/project')];
  const problems: PublishingProblem[] = [];
  if (isBlank(project.title)) problems.push(problem('project_title_missing', '/project/title'));
  if (isBlank(project.brief)) problems.push(problem('project_brief_missing', '/project/brief'));
  if (!isZeroOrMore(project.minutes)) problems.push(problem('project_minutes_malformed', '/project/minutes'));
  if (!isLimit(project.attemptLimit)) {
    problems.push(problem('project_attempt_limit_malformed', '/project/attemptLimit'));
  }
  return [...problems, ...acceptsProblems(project.accepts)];
}

function acceptsProblems(accepts: SubmissionRules): PublishingProblem[] {
  if (!accepts.text && !accepts.links && !accepts.files) return [problem('project_accepts_nothing', '/project/accepts')];
  if (!accepts.files) return [];
  const problems = accepts.mediaTypes.flatMap((mediaType, index) =>
    isMediaType(mediaType)
      ? []
      : [problem('project_media_type_malformed', `/project/accepts/mediaTypes/${index}`, { mediaType })],
  );
  const limits = [accepts.maxFiles, accepts.maxBytesPerFile];
  if (!limits.every((limit) => Number.isInteger(limit) && limit >= 1)) {
    problems.push(problem('project_file_limits_malformed', '/project/accepts'));
  }
  return problems;
}

/** RFC 6838 §4.2 names, or a whole top-level type such as `text/*`. */
function isMediaType(text: string): boolean {
  return /^[a-z0-9][a-z0-9!#$&^_.+-]*\/(\*|[a-z0-9][a-z0-9!#$&^_.+-]*)$/i.test(text);
}

export function markingProblems({ secondMarkerShare, tolerancePoints }: Marking): PublishingProblem[] {
  const problems: PublishingProblem[] = [];
  if (!(secondMarkerShare >= 0 && secondMarkerShare <= 1)) {
    problems.push(problem('second_marker_share_out_of_range', '/marking/secondMarkerShare'));
  }
  if (!isZeroOrMore(tolerancePoints)) problems.push(problem('tolerance_malformed', '/marking/tolerancePoints'));
  return problems;
}
