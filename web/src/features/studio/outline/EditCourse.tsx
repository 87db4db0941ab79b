import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useEdit } from '../../../kept/use-edit';
import { Button } from '../../../ui/Button';
import { TextArea, TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';
import { Overtaken } from '../../../ui/Overtaken';
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
  const { cancel, save } = useMessages('common');
  const { id, title } = course;
  const edit = useEdit({
    name: `course.${id}`,
    standing: versionOf(course),
    load: async () => {
      await changes.refresh();
      return versionOf(await read(api.GET('/api/v1/courses/{id}', { params: { path: { id } } })));
    },
    send: (value, header) => {
      const body = { ...value, title: value.title.trim() };
      return read(api.PATCH('/api/v1/courses/{id}', { params: { path: { id }, header }, body }));
    },
    onSaved: () => {
      onDone();
      return changes.refresh();
    },
  });
  const { value, theirs } = edit;
  const end = () => {
    edit.reset();
    onDone();
  };
  return (
    <EditFrame>
      <Form problem={edit.problem} aria-label={texts.editing(title)} onSubmit={edit.save}>
        {course.usedElsewhere > 0 && <Notice tone="warn">{texts.sharedWarning(course.usedElsewhere)}</Notice>}
        {theirs && (
          <Overtaken theirs={[theirs.title, theirs.summary].filter(Boolean).join(' · ')} onMine={edit.saveMine} onTheirs={end} />
        )}
        <TextField
          label={texts.name}
          name="title"
          maxLength={200}
          value={value.title}
          onChange={(text) => edit.set({ ...value, title: text })}
        />
        <TextArea
          label={texts.courseSummary}
          name="summary"
          isOptional
          rows={2}
          maxLength={2000}
          value={value.summary}
          onChange={(text) => edit.set({ ...value, summary: text })}
        />
        <Actions>
          <Button look="primary" type="submit" isPending={edit.isPending}>
            {save}
          </Button>
          <Button onPress={end}>{cancel}</Button>
        </Actions>
      </Form>
    </EditFrame>
  );
}

function versionOf({ version, title, summary }: Pick<OutlineCourse, 'version' | 'title' | 'summary'>) {
  return { etag: ifMatch(version)['If-Match'], value: { title, summary } };
}
