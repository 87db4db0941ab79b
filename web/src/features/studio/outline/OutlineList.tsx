import { GripVertical } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { type DropTarget, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { useMessages } from '../../../i18n';
import type { MicroCredential, OutlineCourse } from '../queries';
import { ActivityRow } from './ActivityRow';
import { CourseRow } from './CourseRow';
import { orderAfter, type Row, rowsOf } from './outline-rows';
import styles from './outline.module.css';
import type { OutlineChanges } from './use-outline-changes';

const ROW = 'application/x-cairn-outline-row';

interface Props {
  microCredential: MicroCredential;
  courses: readonly OutlineCourse[];
  changes: OutlineChanges;
}

/** Courses and activities as one list, in which each can be moved by pointer, by keyboard and by its menu. */
export function OutlineList({ microCredential, courses, changes }: Props) {
  const { outline: texts } = useMessages('studio');
  const rows = useMemo(() => rowsOf(courses), [courses]);
  const [edited, setEdited] = useState<string | null>(null);
  // Asked for places before anything is rendered anew, so no state.
  const dragged = useRef<string | null>(null);
  const mayChange = microCredential.can.change;

  const orderAt = (target: DropTarget) =>
    dragged.current !== null && target.type === 'item' && target.dropPosition !== 'on'
      ? orderAfter(rows, dragged.current, { key: String(target.key), position: target.dropPosition })
      : null;
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayChange || edited !== null,
    getItems: (keys) => {
      dragged.current = String([...keys][0]);
      return [...keys].map((key) => ({ [ROW]: String(key), 'text/plain': nameOf(rows, String(key)) }));
    },
    acceptedDragTypes: [ROW],
    getAllowedDropOperations: () => ['move'],
    getDropOperation: (target) => (orderAt(target) ? 'move' : 'cancel'),
    onReorder: ({ keys, target }) => {
      const key = String([...keys][0]);
      const order =
        target.dropPosition === 'on' ? null : orderAfter(rows, key, { key: String(target.key), position: target.dropPosition });
      if (order?.of === 'courses') {
        changes.arrangeCourses.mutate({ ids: order.ids, before: courses.map(({ id }) => id), title: nameOf(rows, key) });
      } else if (order) {
        changes.arrangeActivities.mutate({ course: order.course, ids: order.ids, title: nameOf(rows, key) });
      }
    },
  });

  return (
    <GridList
      aria-label={texts.label}
      className={styles['list'] ?? ''}
      items={rows.map((row) => ({ ...row, id: row.key }))}
      dependencies={[edited, mayChange, changes, courses]}
      keyboardNavigationBehavior="tab"
      selectionMode="none"
      dragAndDropHooks={dragAndDropHooks}
    >
      {(row) => (
        <GridListItem
          id={row.key}
          textValue={nameOf(rows, row.key)}
          className={`${styles['row']} ${row.kind === 'course' ? styles['course'] : styles['activity']}`}
        >
          {mayChange && row.key !== edited && (
            <AriaButton slot="drag" className={styles['grip'] ?? ''} aria-label={texts.drag(nameOf(rows, row.key))}>
              <GripVertical aria-hidden />
            </AriaButton>
          )}
          {row.kind === 'course' ? (
            <CourseRow row={row} courses={courses} {...{ microCredential, changes }} edit={editing(row.key, edited, setEdited)} />
          ) : (
            <ActivityRow row={row} {...{ microCredential, changes }} edit={editing(row.key, edited, setEdited)} />
          )}
        </GridListItem>
      )}
    </GridList>
  );
}

/** One row at a time is edited. */
export interface Editing {
  isOn: boolean;
  start: () => void;
  end: () => void;
}

function editing(key: string, edited: string | null, setEdited: (key: string | null) => void): Editing {
  const end = () => {
    setEdited(null);
    // The form that had the focus is gone with the next painting; the row is what it was about.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus());
  };
  return { isOn: key === edited, start: () => setEdited(key), end };
}

function nameOf(rows: readonly Row[], key: string): string {
  const row = rows.find((each) => each.key === key);
  if (!row) return '';
  return row.kind === 'course' ? row.course.title : row.activity.title;
}
