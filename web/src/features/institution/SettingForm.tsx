import type { ReactNode } from 'react';
import { useMessages } from '../../i18n';
import { Button } from '../../ui/Button';
import { Facts } from '../../ui/Facts';
import { Actions, Form } from '../../ui/Form';
import { Overtaken } from '../../ui/Overtaken';
import { type Described, differences } from './differences';
import type { Setting } from './use-setting';

interface Props<Value> {
  setting: Setting<Value>;
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
  const { theirs, value, problem, isPending } = setting;
  return (
    <Form aria-label={label} problem={problem} onSubmit={setting.save}>
      {theirs && (
        <Overtaken
          theirs={<Facts facts={differences(describe(value), describe(theirs))} />}
          onMine={setting.saveMine}
          onTheirs={setting.takeTheirs}
        />
      )}
      {children}
      <Actions>
        <Button type="submit" look="primary" isPending={isPending} isDisabled={isUnfit}>
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
