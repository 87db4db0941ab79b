import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { Form } from '../../../ui/Form';
import { SaveStatus } from '../../../ui/SaveStatus';
import { DisputeNotice } from '../draft/DisputeNotice';
import { useDraft } from '../draft/use-draft';
import type { MicroCredential } from '../queries';
import { Workspace } from '../Workspace';
import { AboutCard } from './AboutCard';
import { AwardCard } from './AwardCard';
import { DETAILS, isReady } from './details';
import styles from './details.module.css';
import { ForWhomCard } from './ForWhomCard';
import { LevelAndWorkload } from './LevelAndWorkload';
import { Outcomes } from './Outcomes';
import { Skills } from './Skills';
import { useFieldInHash } from './use-field-in-hash';

export const detailsRoute = createLazyRoute('/studio/$microCredentialId/details')({ component: DetailsScreen });

function DetailsScreen() {
  const { microCredentialId } = detailsRoute.useParams();
  return (
    <Workspace id={microCredentialId}>
      {(microCredential) => <Details key={microCredential.id} microCredential={microCredential} />}
    </Workspace>
  );
}

/** How the micro-credential describes itself, in the catalogue and on the badge. */
function Details({ microCredential }: { microCredential: MicroCredential }) {
  const { details: texts } = useMessages('studio');
  const draft = useDraft(microCredential, 'details', DETAILS, isReady);
  const { autosave, value, set } = draft;
  const part = { value, set };
  useFieldInHash();
  return (
    <fieldset className={styles['details']} disabled={!microCredential.can.change}>
      <legend className={styles['legend']}>{texts.legend}</legend>
      <div className={styles['status']}>
        <p>{texts.european}</p>
        <SaveStatus state={draft.isWaiting ? 'waiting' : autosave.state} savedAt={autosave.savedAt} />
      </div>
      <DisputeNotice dispute={draft.dispute} onSettle={draft.settle} />
      <Form problem={autosave.error} aria-label={texts.legend} onSubmit={() => void autosave.flush().catch(() => undefined)}>
        <AboutCard {...part} />
        <Outcomes {...part} />
        <Skills {...part} />
        <LevelAndWorkload {...part} />
        <ForWhomCard {...part} />
        <AwardCard {...part} />
      </Form>
    </fieldset>
  );
}
