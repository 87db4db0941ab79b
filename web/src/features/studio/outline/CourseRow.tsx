import { ArrowDown, ArrowUp, Copy, Download, EllipsisVertical, Pencil, X } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Menu, type MenuChoice } from '../../../ui/Menu';
import type { MicroCredential, OutlineCourse } from '../queries';
import { AddActivity } from './AddActivity';
import { EditCourse } from './EditCourse';
import { minutesOf, orderAfterStep, type Row } from './outline-rows';
import type { Editing } from './OutlineList';
import styles from './outline.module.css';
import type { OutlineChanges } from './use-outline-changes';

interface Props {
  row: Extract<Row, { kind: 'course' }>;
  courses: readonly OutlineCourse[];
  microCredential: MicroCredential;
  changes: OutlineChanges;
  edit: Editing;
}

export function CourseRow({ row: { course, number }, courses, microCredential, changes, edit }: Props) {
  const { outline: texts } = useMessages('studio');
  const format = useFormat();
  if (edit.isOn) return <EditCourse course={course} changes={changes} onDone={edit.end} />;
  return (
    <>
      <div className={styles['what']}>
        <p className={styles['courseTitle']}>
          {texts.course(number)}: {course.title}
        </p>
        <p className={styles['facts']}>
          {course.activities.length === 0
            ? texts.noActivities
            : [texts.activities(course.activities.length), format.minutes(minutesOf(course.activities))].join(' · ')}
          {course.usedElsewhere > 0 && ` · ${texts.usedElsewhere(course.usedElsewhere)}`}
        </p>
      </div>
      {microCredential.can.change && (
        <div className={styles['tools']}>
          <AddActivity course={course} changes={changes} />
          <Menu
            isIconOnly
            label={texts.actionsFor(course.title)}
            icon={<EllipsisVertical aria-hidden />}
            choices={choices({ course, courses, changes, edit, texts })}
          />
        </div>
      )}
    </>
  );
}

type Texts = ReturnType<typeof useMessages<'studio'>>['outline'];

interface ChoiceProps {
  course: OutlineCourse;
  courses: readonly OutlineCourse[];
  changes: OutlineChanges;
  edit: Editing;
  texts: Texts;
}

function choices({ course, courses, changes, edit, texts }: ChoiceProps): MenuChoice[] {
  const before = courses.map(({ id }) => id);
  const move = (key: string, label: string, icon: MenuChoice['icon'], ids: string[] | null): MenuChoice[] =>
    ids ? [{ key, label, icon, onPress: () => changes.arrangeCourses.mutate({ ids, before, title: course.title }) }] : [];
  return [
    { key: 'edit', label: texts.edit, icon: <Pencil aria-hidden />, onPress: edit.start },
    ...move('up', texts.up, <ArrowUp aria-hidden />, orderAfterStep(before, course.id, -1)),
    ...move('down', texts.down, <ArrowDown aria-hidden />, orderAfterStep(before, course.id, 1)),
    { key: 'copy', label: texts.duplicate, icon: <Copy aria-hidden />, onPress: () => changes.duplicateCourse.mutate(course) },
    { key: 'export', label: texts.exportCourse, icon: <Download aria-hidden />, href: `/api/v1/courses/${course.id}/package` },
    { key: 'out', label: texts.exclude, icon: <X aria-hidden />, onPress: () => changes.excludeCourse.mutate({ course }) },
  ];
}
