import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, read, type View } from '../../api/client';
import { useMessages } from '../../i18n';
import { useFormat } from '../../i18n/format';
import { Button } from '../../ui/Button';
import { CopyField } from '../../ui/CopyField';
import { Dialog } from '../../ui/Dialog';
import { Checkbox } from '../../ui/fields';
import { Actions, Form } from '../../ui/Form';
import { ExternalLinkButton } from '../../ui/LinkButton';
import styles from './badges.module.css';

interface WalletDialogProps {
  credentialId: string;
  isOpen: boolean;
  onClose: () => void;
}

/** Whoever has the code gets the badge, so it is made when it is asked for and forgotten with the dialog. */
export function WalletDialog({ credentialId, isOpen, onClose }: WalletDialogProps) {
  const { wallet } = useMessages('badges');
  return (
    <Dialog title={wallet.title} isOpen={isOpen} onClose={onClose}>
      <Handing credentialId={credentialId} />
    </Dialog>
  );
}

function Handing({ credentialId }: { credentialId: string }) {
  const { wallet } = useMessages('badges');
  const [transactionCode, setTransactionCode] = useState(false);
  const start = useMutation({
    mutationFn: () =>
      read(
        api.POST('/api/v1/credentials/{id}/interactions', { params: { path: { id: credentialId } }, body: { transactionCode } }),
      ),
  });
  if (start.data) return <Code interaction={start.data} isMailed={transactionCode} />;
  return (
    <Form problem={start.error} onSubmit={() => start.mutate()}>
      <p>{wallet.lead}</p>
      <Checkbox label={wallet.mailCode} hint={wallet.mailCodeHint} value={transactionCode} onChange={setTransactionCode} />
      <Actions>
        <Button type="submit" look="primary" isPending={start.isPending}>
          {wallet.make}
        </Button>
      </Actions>
    </Form>
  );
}

function Code({ interaction, isMailed }: { interaction: View<'InteractionView'>; isMailed: boolean }) {
  const { wallet } = useMessages('badges');
  const format = useFormat();
  const { url, qrCode, protocols, expiresAt } = interaction;
  const offer = protocols['OID4VCI'];
  return (
    <>
      <div role="status">
        <p>
          {wallet.scan} {wallet.until(format.time(expiresAt))}
        </p>
        {isMailed && <p>{wallet.mailed}</p>}
      </div>
      {/* Drawn by the server of nothing but the address. */}
      <div className={styles['code']} role="img" aria-label={wallet.qr} dangerouslySetInnerHTML={{ __html: qrCode }} />
      <Actions>
        {offer && <ExternalLinkButton href={offer}>{wallet.here}</ExternalLinkButton>}
        <ExternalLinkButton look="quiet" href={url} target="_blank" rel="noopener">
          {wallet.others}
        </ExternalLinkButton>
      </Actions>
      <CopyField label={wallet.address} hint={wallet.addressHint} value={url} />
    </>
  );
}
