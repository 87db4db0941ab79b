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
  const path = { id: course.id };
  return (
    <EditFrame
      name={`course.${course.id}`}
      standing={versionOf(course)}
      load={async () => versionOf(await read(api.GET('/api/v1/courses/{id}', { params: { path } })))}
      send={(body, header) => read(api.PATCH('/api/v1/courses/{id}', { params: { path, header }, body }))}
      inWords={({ title, summary }) => [title, summary].filter(Boolean).join(' · ')}
      changes={changes}
      onDone={onDone}
      warning={course.usedElsewhere > 0 && <Notice tone="warn">{texts.sharedWarning(course.usedElsewhere)}</Notice>}
    >
      {(value, change) => (
        <TextArea
          label={texts.courseSummary}
          name="summary"
          isOptional
          rows={2}
          maxLength={2000}
          value={value.summary}
          onChange={(summary) => change({ summary })}
        />
      )}
    </EditFrame>
  );
}

function versionOf({ version, title, summary }: Pick<OutlineCourse, 'version' | 'title' | 'summary'>) {
  return { etag: ifMatch(version)['If-Match'], value: { title, summary } };
}
