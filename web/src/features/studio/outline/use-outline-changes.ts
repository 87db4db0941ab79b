import { useMutation } from '@tanstack/react-query';
import { api, newIdempotencyKey, read } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { queryClient } from '../../../api/queries';
import { useMessages } from '../../../i18n';
import { tell } from '../../../ui/toast';
import { type ActivitySummary, ifMatch, type Outline, type OutlineCourse, outlineQuery, problemsQuery } from '../queries';
import { followingOrder, withCourse, withoutCourse } from '../rules/sequence-courses';
import { changeDraft } from '../draft/change-draft';

export type OutlineChanges = ReturnType<typeof useOutlineChanges>;

/** Everything that is done to an outline as a whole: what is moved shows at once, and can be moved back. */
export function useOutlineChanges(id: string) {
  const { outline: texts } = useMessages('studio');
  const { undo } = useMessages('common');
  const { queryKey } = outlineQuery(id);
  const refresh = async () => {
    void queryClient.invalidateQueries({ queryKey: problemsQuery(id).queryKey });
    await queryClient.invalidateQueries({ queryKey });
  };
  const show = (change: (courses: OutlineCourse[]) => OutlineCourse[]) =>
    queryClient.setQueryData<Outline>(queryKey, (shown) => shown && { courses: change(shown.courses) });

  const arrangeActivities = useMutation({
    // One after the other: each names the version that the one before it made.
    scope: { id: `outline ${id}` },
    onMutate: ({ course, ids }: { course: OutlineCourse; ids: string[]; title: string; isUndo?: boolean }) =>
      show((courses) =>
        courses.map((one) => (one.id === course.id ? { ...one, activities: arranged(one.activities, ids) } : one)),
      ),
    mutationFn: ({ course, ids }) => {
      const shown = queryClient.getQueryData(queryKey)?.courses.find((one) => one.id === course.id) ?? course;
      return read(
        api.PUT('/api/v1/courses/{id}/activity-order', {
          params: { path: { id: course.id }, header: ifMatch(shown.version) },
          body: { activityIds: ids },
        }),
      );
    },
    onSuccess: ({ version }, { course, title, isUndo }) => {
      show((courses) => courses.map((one) => (one.id === course.id ? { ...one, version } : one)));
      const before = course.activities.map((activity) => activity.id);
      const back = () => arrangeActivities.mutate({ course, ids: before, title, isUndo: true });
      tell(isUndo ? texts.movedBack(title) : texts.moved(title), isUndo ? undefined : { label: undo, run: back });
    },
    onSettled: refresh,
  });

  const arrangeCourses = useMutation({
    scope: { id: `outline ${id}` },
    onMutate: ({ ids }: { ids: string[]; before: string[]; title: string; isUndo?: boolean }) =>
      show((courses) => arranged(courses, ids)),
    mutationFn: ({ ids }) =>
      changeDraft(id, ({ courseIds, sequence }) => {
        // Somebody may have added or removed one meanwhile.
        const order = [...ids.filter((each) => courseIds.includes(each)), ...courseIds.filter((each) => !ids.includes(each))];
        return { courseIds: order, sequence: followingOrder(sequence, order) };
      }),
    onSuccess: (_, { ids, before, title, isUndo }) => {
      const back = () => arrangeCourses.mutate({ ids: before, before: ids, title, isUndo: true });
      tell(isUndo ? texts.movedBack(title) : texts.moved(title), isUndo ? undefined : { label: undo, run: back });
    },
    onSettled: refresh,
  });

  const includeCourse = useMutation({
    mutationFn: ({ courseId }: { courseId: string; title: string }) =>
      changeDraft(id, ({ courseIds, sequence }) => ({
        courseIds: courseIds.includes(courseId) ? courseIds : [...courseIds, courseId],
        sequence: withCourse(sequence, courseId),
      })),
    onSuccess: (_, { title }) => tell(texts.added(title)),
    onSettled: refresh,
  });

  const excludeCourse = useMutation({
    mutationFn: async ({ course }: { course: OutlineCourse }) => {
      let before: { courseIds: string[]; sequence: ReturnType<typeof withCourse> } | null = null;
      const { version } = await changeDraft(id, ({ courseIds, sequence }) => {
        before = { courseIds, sequence };
        return { courseIds: courseIds.filter((each) => each !== course.id), sequence: withoutCourse(sequence, course.id) };
      });
      return { before, version };
    },
    onSuccess: ({ before, version }, { course }) => {
      const back = () => restoreCourse.mutate({ course, before, version });
      tell(texts.excluded(course.title), { label: undo, run: back });
    },
    onSettled: refresh,
  });

  const restoreCourse = useMutation({
    mutationFn: ({ course, before, version }: Restoration) =>
      changeDraft(id, (draft) => {
        if (before && draft.version === version) return before;
        return { courseIds: [...draft.courseIds, course.id], sequence: withCourse(draft.sequence, course.id) };
      }),
    onSettled: refresh,
  });

  const duplicateActivity = useMutation({
    mutationFn: (activity: ActivitySummary) =>
      read(api.POST('/api/v1/activities/{id}/duplicate', { params: { path: { id: activity.id }, header: newIdempotencyKey() } })),
    onSuccess: ({ title }) => tell(texts.added(title)),
    onSettled: refresh,
  });

  const duplicateCourse = useMutation({
    mutationFn: async (course: OutlineCourse) => {
      const copy = await read(
        api.POST('/api/v1/courses/{id}/duplicate', { params: { path: { id: course.id }, header: newIdempotencyKey() } }),
      );
      await changeDraft(id, ({ courseIds, sequence }) => ({
        courseIds: [...courseIds, copy.id],
        sequence: withCourse(sequence, copy.id),
      }));
      return copy;
    },
    onSuccess: ({ title }) => tell(texts.added(title)),
    onSettled: refresh,
  });

  const removeActivity = useMutation({
    mutationFn: ({ id: activityId, version }: ActivitySummary) =>
      read(api.DELETE('/api/v1/activities/{id}', { params: { path: { id: activityId }, header: ifMatch(version) } })),
    onSuccess: (_, { title }) => tell(texts.removed(title)),
    onSettled: refresh,
  });

  const all = [
    arrangeActivities,
    arrangeCourses,
    includeCourse,
    excludeCourse,
    restoreCourse,
    duplicateActivity,
    duplicateCourse,
    removeActivity,
  ];
  const failed = all.filter(({ error }) => error !== null).toSorted((one, other) => other.submittedAt - one.submittedAt)[0];
  const problem = failed && all.every(({ submittedAt }) => submittedAt <= failed.submittedAt) ? failed.error : null;
  return {
    arrangeActivities,
    arrangeCourses,
    includeCourse,
    excludeCourse,
    duplicateActivity,
    duplicateCourse,
    removeActivity,
    refresh,
    /** Why the last of them did not work. */
    problem,
    /** Whether the last did not work because somebody else was quicker; the newest is on the screen by now. */
    wasOvertaken: problemOf(problem)?.status === 412,
  };
}

interface Restoration {
  course: OutlineCourse;
  before: { courseIds: string[]; sequence: ReturnType<typeof withCourse> } | null;
  /** Of the draft right after the removal. */
  version: number;
}

function arranged<Thing extends { id: string }>(things: readonly Thing[], ids: readonly string[]): Thing[] {
  return things.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}
