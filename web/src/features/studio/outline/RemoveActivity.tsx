import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions } from '../../../ui/Form';
import type { ActivitySummary } from '../queries';
import type { OutlineChanges } from './use-outline-changes';

interface Props {
  activity: ActivitySummary;
  changes: OutlineChanges;
  onClose: () => void;
}

/** Asked beforehand: what is removed cannot be brought back with its identity, which learners' progress hangs on. */
export function RemoveActivity({ activity, changes, onClose }: Props) {
  const { outline: texts } = useMessages('studio');
  const { cancel, remove } = useMessages('common');
  return (
    <Dialog title={texts.removeTitle(activity.title)} isOpen onClose={onClose}>
      <p>{texts.removeExplain}</p>
      <Actions>
        <Button
          look="danger"
          onPress={() => {
            changes.removeActivity.mutate(activity);
            onClose();
          }}
        >
          {remove}
        </Button>
        <Button onPress={onClose}>{cancel}</Button>
      </Actions>
    </Dialog>
  );
}
