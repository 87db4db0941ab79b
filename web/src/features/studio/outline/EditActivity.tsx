import { api, read } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Checkbox, NumberField } from '../../../ui/fields';
import { type ActivitySummary, ifMatch } from '../queries';
import { EditFrame } from './EditFrame';
import type { OutlineChanges } from './use-outline-changes';

interface Props {
  activity: ActivitySummary;
  changes: OutlineChanges;
  onDone: () => void;
}

/** What an activity is called, how long it takes, whether it must be done, in its own row. */
export function EditActivity({ activity, changes, onDone }: Props) {
  const { outline: texts } = useMessages('studio');
  const format = useFormat();
  const path = { id: activity.id };
  return (
    <EditFrame
      name={`activity.${activity.id}`}
      standing={versionOf(activity)}
      load={async () => versionOf(await read(api.GET('/api/v1/activities/{id}', { params: { path } })))}
      send={(value, header) => {
        const body = { ...value, minutes: value.minutes ?? 0 };
        return read(api.PATCH('/api/v1/activities/{id}', { params: { path, header }, body }));
      }}
      inWords={({ title, minutes, required }) =>
        [title, format.minutes(minutes ?? 0), required ? texts.required : texts.optional].join(' · ')
      }
      changes={changes}
      onDone={onDone}
    >
      {(value, change) => (
        <>
          <NumberField
            label={texts.minutes}
            name="minutes"
            min={0}
            max={6000}
            step={1}
            value={value.minutes}
            onChange={(minutes) => change({ minutes })}
          />
          <Checkbox
            label={texts.required}
            hint={texts.requiredHint}
            name="required"
            value={value.required}
            onChange={(required) => change({ required })}
          />
        </>
      )}
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
