import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api, newIdempotencyKey, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { NumberField, TextField } from '../../../ui/fields';
import { FileField } from '../../../ui/FileField';
import { Actions, Form, Row } from '../../../ui/Form';
import { Menu } from '../../../ui/Menu';
import { tell } from '../../../ui/toast';
import type { OutlineCourse } from '../queries';
import { uploadFile } from '../upload';
import { KindIcon } from './KindIcon';
import { type Kind, newBody } from './new-body';
import type { OutlineChanges } from './use-outline-changes';

const KINDS: readonly Kind[] = ['page', 'video', 'file', 'quiz'];
const NOTHING = { title: '', minutes: null as number | null, url: '' };

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
  const form = useKept(`studio.new-activity.${course.id}.${kind}`, NOTHING);
  const [file, setFile] = useState<File | null>(null);
  const { title, minutes, url } = form.value;
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const fileId = kind === 'file' && file ? (await uploadFile(file, 'course-asset')).id : '';
      return read(
        api.POST('/api/v1/courses/{id}/activities', {
          params: { path: { id: course.id }, header: newIdempotencyKey() },
          body: {
            title: title.trim() || (file?.name ?? ''),
            minutes: minutes ?? 0,
            required: true,
            body: newBody(kind, { url, fileId }),
          },
        }),
      );
    },
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
      {kind === 'file' && <FileField label={texts.file} name="body.fileId" onChoose={setFile} />}
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
        <Button look="primary" type="submit" isPending={isPending}>
          {texts.addThis}
        </Button>
        <Button onPress={onDone}>{cancel}</Button>
      </Actions>
    </Form>
  );
}
