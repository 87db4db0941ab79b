import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { useEdit } from '../../../kept/use-edit';
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
  const { id, title } = activity;
  const edit = useEdit({
    name: `activity.${id}`,
    standing: versionOf(activity),
    load: async () => {
      await changes.refresh();
      return versionOf(await read(api.GET('/api/v1/activities/{id}', { params: { path: { id } } })));
    },
    send: (value, header) => {
      const body = { ...value, title: value.title.trim(), minutes: value.minutes ?? 0 };
      return read(api.PATCH('/api/v1/activities/{id}', { params: { path: { id }, header }, body }));
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
        {theirs && (
          <Overtaken
            theirs={[theirs.title, format.minutes(theirs.minutes ?? 0), theirs.required ? texts.required : texts.optional].join(
              ' · ',
            )}
            onMine={edit.saveMine}
            onTheirs={end}
          />
        )}
        <TextField
          label={texts.name}
          name="title"
          maxLength={200}
          value={value.title}
          onChange={(text) => edit.set({ ...value, title: text })}
        />
        <NumberField
          label={texts.minutes}
          name="minutes"
          min={0}
          max={6000}
          step={1}
          value={value.minutes}
          onChange={(minutes) => edit.set({ ...value, minutes })}
        />
        <Checkbox
          label={texts.required}
          hint={texts.requiredHint}
          name="required"
          value={value.required}
          onChange={(required) => edit.set({ ...value, required })}
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

interface Row {
  title: string;
  /** `null` while the field is empty. */
  minutes: number | null;
  required: boolean;
}

function versionOf({ version, title, minutes, required }: Row & { version: number }) {
  const value: Row = { title, minutes, required };
  return { etag: ifMatch(version)['If-Match'], value };
}
