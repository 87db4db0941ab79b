import type { Activity } from './activity.js';
import { quizProblems } from './check-quiz.js';
import { isBlank, isLanguageTag, isZeroOrMore, repeats } from './content-predicates.js';
import type { EditionCourse } from './edition.js';
import { problem, type PublishingProblem } from './publishing-problem-codes.js';

export interface ContentAccess {
  /** Whether the address is a player on an allow-listed host. */
  videoAllowed(url: string): boolean;
  /** Whether a stored file with this id can be read. */
  fileExists(fileId: string): boolean;
}

export function coursesProblems(courses: readonly EditionCourse[], access: ContentAccess): PublishingProblem[] {
  if (courses.length === 0) return [problem('courses_missing', '/courses')];
  const problems = courses.flatMap((course, index) => courseProblems(course, index, access));
  for (const index of repeats(courses.map(({ id }) => id))) {
    problems.push(problem('duplicate_id', `/courses/${index}/id`, { place: courses[index]?.title ?? '' }));
  }
  return [...problems, ...repeatedActivities(courses)];
}

/** Completions name an activity alone, so its id must be its own within the whole edition. */
function repeatedActivities(courses: readonly EditionCourse[]): PublishingProblem[] {
  const places = courses.flatMap((course, courseIndex) =>
    course.activities.map((activity, index) => ({
      activity,
      path: `/courses/${courseIndex}/activities/${index}/id`,
    })),
  );
  return repeats(places.map(({ activity }) => activity.id)).flatMap((index) => {
    const place = places[index];
    return place ? [problem('duplicate_id', place.path, { place: place.activity.title })] : [];
  });
}

function courseProblems(course: EditionCourse, index: number, access: ContentAccess): PublishingProblem[] {
  const path = `/courses/${index}`;
  const name = isBlank(course.title) ? `Course ${index + 1}` : course.title;
  const problems: PublishingProblem[] = [];
  if (isBlank(course.title)) problems.push(problem('course_title_missing', `${path}/title`, { number: index + 1 }));
  if (!isLanguageTag(course.language)) {
    problems.push(problem('course_language_malformed', `${path}/language`, { course: name }));
  }
  if (!course.activities.some(({ required }) => required)) {
    problems.push(problem('course_empty', `${path}/activities`, { course: name }));
  }
  course.activities.forEach((activity, position) => {
    const activityPath = `${path}/activities/${position}`;
    const number = position + 1;
    if (isBlank(activity.title)) {
      problems.push(problem('activity_title_missing', `${activityPath}/title`, { number, course: name }));
    }
    const activityName = isBlank(activity.title) ? `Activity ${number} of ${name}` : activity.title;
    problems.push(...activityProblems(activity, activityName, activityPath, access));
  });
  return problems;
}

function activityProblems(activity: Activity, name: string, path: string, access: ContentAccess): PublishingProblem[] {
  const minutes = isZeroOrMore(activity.minutes)
    ? []
    : [problem('activity_minutes_malformed', `${path}/minutes`, { activity: name })];
  return [...minutes, ...bodyProblems(activity, name, `${path}/body`, access)];
}

function bodyProblems({ body }: Activity, name: string, path: string, access: ContentAccess): PublishingProblem[] {
  switch (body.kind) {
    case 'page': {
      const missing = Object.entries(body.assets).filter(([, fileId]) => !access.fileExists(fileId));
      const empty = isBlank(body.markdown) ? [problem('page_empty', `${path}/markdown`, { activity: name })] : [];
      return [
        ...empty,
        ...missing.map(([asset]) =>
          problem('file_missing', `${path}/assets/${pointerSegment(asset)}`, { place: `${name}: ${asset}` }),
        ),
      ];
    }
    case 'video':
      return access.videoAllowed(body.url)
        ? []
        : [problem('video_url_not_allowed', `${path}/url`, { activity: name, url: body.url })];
    case 'file':
      return access.fileExists(body.fileId) ? [] : [problem('file_missing', `${path}/fileId`, { place: name })];
    case 'quiz':
      return quizProblems(body.quiz, name, `${path}/quiz`);
  }
}

/** RFC 6901 §3: `~` and `/` inside a name are escaped. */
function pointerSegment(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
