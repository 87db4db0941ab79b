import { useMutation } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { useMessages } from '../../../i18n';
import { useKept } from '../../../kept/use-kept';
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
  const { title, summary } = course;
  const form = useKept(`studio.course.${course.id}`, { title, summary });
  const end = () => {
    form.forget({ title, summary });
    onDone();
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const body = { ...form.value, title: form.value.title.trim() };
      const params = { path: { id: course.id }, header: ifMatch(course.version) };
      return read(api.PATCH('/api/v1/courses/{id}', { params, body }));
    },
    onSuccess: end,
    onSettled: changes.refresh,
  });
  const wasOvertaken = problemOf(error)?.status === 412;
  return (
    <EditFrame>
      <Form problem={wasOvertaken ? null : error} aria-label={texts.editing(title)} onSubmit={() => mutate()}>
        {course.usedElsewhere > 0 && <Notice tone="warn">{texts.sharedWarning(course.usedElsewhere)}</Notice>}
        {wasOvertaken && (
          <Overtaken theirs={[title, summary].filter(Boolean).join(' · ')} onMine={() => mutate()} onTheirs={end} />
        )}
        <TextField
          label={texts.name}
          name="title"
          maxLength={200}
          value={form.value.title}
          onChange={(value) => form.set({ ...form.value, title: value })}
        />
        <TextArea
          label={texts.courseSummary}
          name="summary"
          isOptional
          rows={2}
          maxLength={2000}
          value={form.value.summary}
          onChange={(value) => form.set({ ...form.value, summary: value })}
        />
        <Actions>
          <Button look="primary" type="submit" isPending={isPending}>
            {save}
          </Button>
          <Button onPress={end}>{cancel}</Button>
        </Actions>
      </Form>
    </EditFrame>
  );
}
