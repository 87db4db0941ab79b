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
  const { id, version, title, minutes, required } = activity;
  const saved: Pick<ActivitySummary, 'title' | 'required'> & { minutes: number | null } = { title, minutes, required };
  return (
    <EditFrame
      name={`studio.activity.${id}`}
      saved={saved}
      inWords={[title, format.minutes(minutes), required ? texts.required : texts.optional].join(' · ')}
      send={(value) => {
        const body = { ...value, minutes: value.minutes ?? 0 };
        return read(api.PATCH('/api/v1/activities/{id}', { params: { path: { id }, header: ifMatch(version) }, body }));
      }}
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
            onChange={(typed) => change({ minutes: typed })}
          />
          <Checkbox
            label={texts.required}
            hint={texts.requiredHint}
            name="required"
            value={value.required}
            onChange={(is) => change({ required: is })}
          />
        </>
      )}
    </EditFrame>
  );
}
