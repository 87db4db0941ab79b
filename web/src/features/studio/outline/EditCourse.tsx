import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { TextArea } from '../../../ui/fields';
import { Notice } from '../../../ui/Notice';
import { ifMatch, type OutlineCourse } from '../queries';
import { EditFrame } from './EditFrame';
import type { OutlineChanges } from './use-outline-changes';

interface Props {
  course: OutlineCourse;
  changes: OutlineChanges;
  onDone: () => void;
}

/** How a course describes itself, in its own row. */
export function EditCourse({ course, changes, onDone }: Props) {
  const { outline: texts } = useMessages('studio');
  const { id, version, title, summary, usedElsewhere } = course;
  return (
    <EditFrame
      name={`studio.course.${id}`}
      saved={{ title, summary }}
      inWords={[title, summary].filter(Boolean).join(' · ')}
      send={(body) => read(api.PATCH('/api/v1/courses/{id}', { params: { path: { id }, header: ifMatch(version) }, body }))}
      changes={changes}
      onDone={onDone}
      warning={usedElsewhere > 0 && <Notice tone="warn">{texts.sharedWarning(usedElsewhere)}</Notice>}
    >
      {(value, change) => (
        <TextArea
          label={texts.courseSummary}
          name="summary"
          isOptional
          rows={2}
          maxLength={2000}
          value={value.summary}
          onChange={(typed) => change({ summary: typed })}
        />
      )}
    </EditFrame>
  );
}
