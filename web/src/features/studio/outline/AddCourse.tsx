import { useMutation } from '@tanstack/react-query';
import { Library, Plus } from 'lucide-react';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import type { MicroCredential, OutlineCourse } from '../queries';
import { ChooseCourse } from './ChooseCourse';
import styles from './outline.module.css';
import type { OutlineChanges } from './use-outline-changes';

export interface AddCourseProps {
  microCredential: MicroCredential;
  courses: readonly OutlineCourse[];
  changes: OutlineChanges;
}

/** A new course by its title, or one that is there already. */
export function AddCourse({ microCredential, courses, changes }: AddCourseProps) {
  const { outline: texts } = useMessages('studio');
  const [isChoosing, setIsChoosing] = useState(false);
  const name = `studio.new-course.${microCredential.id}`;
  const title = useKept(name, '');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      // Both steps at once: a course that could not be put in yet is not made anew.
      sendOnce(name, async (header) => {
        const body = { title: title.value.trim(), summary: '', language: microCredential.language };
        const made = await read(api.POST('/api/v1/courses', { params: { header }, body }));
        await changes.includeCourse.mutateAsync({ courseId: made.id, title: made.title });
      }),
    onSuccess: () => title.forget(''),
  });
  return (
    <div className={styles['addCourse']}>
      <Form problem={error} aria-label={texts.addCourse} onSubmit={() => mutate()}>
        <div className={styles['line']}>
          <TextField label={texts.newCourse} name="title" maxLength={200} value={title.value} onChange={title.set} />
          <Actions>
            <Button type="submit" icon={<Plus aria-hidden />} isPending={isPending}>
              {texts.addCourse}
            </Button>
            <Button look="quiet" icon={<Library aria-hidden />} onPress={() => setIsChoosing(true)}>
              {texts.chooseCourse}
            </Button>
          </Actions>
        </div>
      </Form>
      <Dialog title={texts.chooseCourse} isOpen={isChoosing} onClose={() => setIsChoosing(false)}>
        <ChooseCourse
          taken={courses.map(({ id }) => id)}
          onChoose={(courseId, chosen) => {
            setIsChoosing(false);
            changes.includeCourse.mutate({ courseId, title: chosen });
          }}
        />
      </Dialog>
    </div>
  );
}
