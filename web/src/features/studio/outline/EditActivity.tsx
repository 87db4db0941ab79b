import { useMutation } from '@tanstack/react-query';
import { api, read } from '../../../api/client';
import { problemOf } from '../../../api/problem';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { useKept } from '../../../kept/use-kept';
import { Button } from '../../../ui/Button';
import { Checkbox, NumberField, TextField } from '../../../ui/fields';
import { Actions, Form } from '../../../ui/Form';
import { Overtaken } from '../../../ui/Overtaken';
import { type ActivitySummary, ifMatch } from '../queries';
import { EditFrame } from './EditFrame';
import type { OutlineChanges } from './use-outline-changes';

interface Props {
  activity: ActivitySummary;
  changes: OutlineChanges;
  onDone: () => void;
}

/** The row's own form: what it is called, how long it takes, whether it must be done. */
export function EditActivity({ activity, changes, onDone }: Props) {
  const { outline: texts } = useMessages('studio');
  const { cancel, save } = useMessages('common');
  const format = useFormat();
  const { title, minutes, required } = activity;
  const form = useKept<Pick<ActivitySummary, 'title' | 'required'> & { minutes: number | null }>(
    `studio.activity.${activity.id}`,
    { title, minutes, required },
  );
  const end = () => {
    form.forget({ title, minutes, required });
    onDone();
  };
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { id, version } = activity;
      const body = { ...form.value, title: form.value.title.trim(), minutes: form.value.minutes ?? 0 };
      return read(api.PATCH('/api/v1/activities/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
    },
    onSuccess: end,
    onSettled: changes.refresh,
  });
  const wasOvertaken = problemOf(error)?.status === 412;
  return (
    <EditFrame>
      <Form problem={wasOvertaken ? null : error} aria-label={texts.editing(title)} onSubmit={() => mutate()}>
        {wasOvertaken && (
          <Overtaken
            theirs={[title, format.minutes(minutes), required ? texts.required : texts.optional].join(' · ')}
            onMine={() => mutate()}
            onTheirs={end}
          />
        )}
        <TextField
          label={texts.name}
          name="title"
          maxLength={200}
          value={form.value.title}
          onChange={(value) => form.set({ ...form.value, title: value })}
        />
        <NumberField
          label={texts.minutes}
          name="minutes"
          min={0}
          max={6000}
          step={1}
          value={form.value.minutes}
          onChange={(value) => form.set({ ...form.value, minutes: value })}
        />
        <Checkbox
          label={texts.required}
          hint={texts.requiredHint}
          name="required"
          value={form.value.required}
          onChange={(value) => form.set({ ...form.value, required: value })}
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
