import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';
import type { Edit } from '../../kept/use-edit';
import { Button } from '../../ui/Button';
import type { Described } from '../../ui/differences';
import { EditConflict } from '../../ui/EditConflict';
import { Actions, Form } from '../../ui/Form';

interface Props<Value> {
  setting: Edit<Value>;
  /** What it says, in words: to show where somebody else's differs. */
  describe: (value: Value) => Described;
  label: string;
  isUnfit?: boolean;
  children: ReactNode;
}

/** The form of a setting: its fields, its button, and both versions where two people changed it. */
export function SettingForm<Value>({ setting, describe, label, isUnfit = false, children }: Props<Value>) {
  const { save } = useMessages('common');
  const { reset } = useMessages('institution');
  return (
    <Form aria-label={label} problem={setting.problem} onSubmit={setting.save}>
      <EditConflict edit={setting} describe={describe} />
      {children}
      <Actions>
        <Button type="submit" look="primary" isPending={setting.isPending} isDisabled={isUnfit}>
          {save}
        </Button>
        {setting.changed && (
          <Button look="quiet" onPress={setting.reset}>
            {reset}
          </Button>
        )}
      </Actions>
    </Form>
  );
}
