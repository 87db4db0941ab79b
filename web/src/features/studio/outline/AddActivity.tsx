import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { sendOnce } from '../../../kept/send-once';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { NumberField, TextField } from '../../../ui/fields';
import { Actions, Form, Row } from '../../../ui/Form';
import { Menu } from '../../../ui/Menu';
import { tell } from '../../../ui/toast';
import type { UploadedFile } from '../../../uploads/file-uploads';
import type { OutlineCourse } from '../queries';
import { KindIcon } from './KindIcon';
import { type Kind, newBody } from './new-body';
import { NewFile } from './NewFile';
import type { OutlineChanges } from './use-outline-changes';

const KINDS: readonly Kind[] = ['page', 'video', 'file', 'quiz'];

interface Typed {
  title: string;
  minutes: number | null;
  url: string;
  file: Pick<UploadedFile, 'id' | 'name'> | null;
}

const NOTHING: Typed = { title: '', minutes: null, url: '', file: null };

export function AddActivity({ course, changes }: { course: OutlineCourse; changes: OutlineChanges }) {
  const { outline: texts } = useMessages('studio');
  const [kind, setKind] = useState<Kind | null>(null);
  return (
    <>
      <Menu
        label={texts.addActivity}
        icon={<Plus aria-hidden />}
        choices={KINDS.map((each) => ({
          key: each,
          label: texts.kinds[each],
          icon: <KindIcon kind={each} />,
          onPress: () => setKind(each),
        }))}
      />
      {kind && (
        <Dialog title={texts.addTitle(texts.kinds[kind], course.title)} isOpen onClose={() => setKind(null)}>
          <NewActivity {...{ kind, course, changes }} onDone={() => setKind(null)} />
        </Dialog>
      )}
    </>
  );
}

interface NewActivityProps {
  kind: Kind;
  course: OutlineCourse;
  changes: OutlineChanges;
  onDone: () => void;
}

function NewActivity({ kind, course, changes, onDone }: NewActivityProps) {
  const { outline: texts } = useMessages('studio');
  const { cancel } = useMessages('common');
  const name = `new-activity.${course.id}.${kind}`;
  const form = useKept(name, NOTHING);
  const [isUploading, setUploading] = useState(false);
  const { title, minutes, url, file } = form.value;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      sendOnce(name, (header) =>
        read(
          api.POST('/api/v1/courses/{id}/activities', {
            params: { path: { id: course.id }, header },
            body: {
              title: title.trim() || (file?.name ?? ''),
              minutes: minutes ?? 0,
              required: true,
              body: newBody(kind, { url, fileId: file?.id ?? '' }),
            },
          }),
        ),
      ),
    onSuccess: async (added) => {
      form.forget(NOTHING);
      await changes.refresh();
      onDone();
      tell(texts.added(added.title));
    },
  });
  return (
    <Form problem={error} onSubmit={() => mutate()}>
      <TextField
        label={texts.name}
        name="title"
        maxLength={200}
        value={title}
        onChange={(value) => form.set({ ...form.value, title: value })}
      />
      {kind === 'video' && (
        <TextField
          label={texts.videoUrl}
          hint={texts.videoHint}
          name="body.url"
          type="url"
          value={url}
          onChange={(value) => form.set({ ...form.value, url: value })}
        />
      )}
      {kind === 'file' && (
        <NewFile
          courseId={course.id}
          file={file}
          onArrived={({ id, name: called }) => form.set({ ...form.value, file: { id, name: called } })}
          onBusy={setUploading}
        />
      )}
      <Row>
        <NumberField
          label={texts.minutes}
          name="minutes"
          isOptional
          min={0}
          max={6000}
          value={minutes}
          onChange={(value) => form.set({ ...form.value, minutes: value })}
        />
      </Row>
      <Actions>
        <Button look="primary" type="submit" isPending={isPending} isDisabled={isUploading}>
          {texts.addThis}
        </Button>
        <Button onPress={onDone}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
