import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { CopyField } from '../../../ui/CopyField';
import { Dialog } from '../../../ui/Dialog';
import { Actions } from '../../../ui/Form';
import { Notice } from '../../../ui/Notice';

/** The secret is in the memory of this dialog alone, until it closes. */
export function NewSecret({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { webhooks } = useMessages('operations');
  return (
    <Dialog title={webhooks.secretTitle} isOpen={secret !== null} onClose={onClose} width="wide">
      <div role="status">
        <Notice tone="warn">{webhooks.secretOnce}</Notice>
      </div>
      <CopyField label={webhooks.secret} hint={webhooks.secretMeans} value={secret ?? ''} />
      <Actions>
        <Button look="primary" onPress={onClose}>
          {webhooks.done}
        </Button>
      </Actions>
    </Dialog>
  );
}
