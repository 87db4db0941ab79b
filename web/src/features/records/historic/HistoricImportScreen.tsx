import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { Actions } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { Progress } from '../../../ui/Progress';
import { OfficeOnly } from '../OfficeOnly';
import { ConfirmAwards } from './ConfirmAwards';
import { historicProgress } from './historic-progress';
import { HistoricRows } from './HistoricRows';
import { type HistoricImport, importQuery } from './queries';

export const historicImportRoute = createLazyRoute('/credentials/historic/$importId')({ component: HistoricImportScreen });

function HistoricImportScreen() {
  const { historic } = useMessages('awards');
  const { credentials } = useMessages('records');
  const { importId } = historicImportRoute.useParams();
  const { state } = historicImportRoute.useSearch();
  const query = useQuery(importQuery(importId));
  return (
    <OfficeOnly title={historic.title}>
      <Page
        title={query.data?.fileName ?? historic.title}
        crumbs={[
          { label: credentials.title, to: '/credentials' },
          { label: historic.title, to: '/credentials/historic' },
        ]}
      >
        <Loaded query={query}>
          {(found) => (
            <>
              <Standing run={found} />
              <HistoricRows run={found} state={state} />
            </>
          )}
        </Loaded>
      </Page>
    </OfficeOnly>
  );
}

/** How far the file has come, and what is to be done with it. */
function Standing({ run }: { run: HistoricImport }) {
  const { historic } = useMessages('awards');
  const format = useFormat();
  const [asks, setAsks] = useState(false);
  const { state, counts, confirmedAt, letters } = run;
  const { good, toAward, settled, next } = historicProgress(run);
  return (
    <Card title={historic.states[state]}>
      <div role="status">
        {next === 'confirm' && <p>{historic.found(toAward, counts.bad)}</p>}
        {next === 'nothing' && state === 'checked' && <p>{historic.allHeld}</p>}
        {next === 'wait' && <p>{historic.leave}</p>}
        {next === 'nothing' && confirmedAt && <p>{historic.confirmed(format.dateTime(confirmedAt))}</p>}
      </div>
      {next === 'correct' && (
        <Notice tone="warn">
          <p>{historic.noneGood}</p>
          <div>
            <LinkButton to="/credentials/historic">{historic.uploadAgain}</LinkButton>
          </div>
        </Notice>
      )}
      {confirmedAt && (
        <Progress label={historic.progress} share={settled / Math.max(1, good)}>
          {historic.done(settled, good)}
        </Progress>
      )}
      {counts.held > 0 && <p>{historic.heldSays(counts.held)}</p>}
      {counts.withheld > 0 && <Notice tone="warn">{historic.withheldSays(counts.withheld)}</Notice>}
      {letters !== null && <p>{letters ? historic.withLetters : historic.withoutLetters}</p>}
      {next === 'confirm' && (
        <Actions>
          <Button look="primary" onPress={() => setAsks(true)}>
            {historic.confirm(toAward)}
          </Button>
          <LinkButton to="/credentials/historic">{historic.uploadAgain}</LinkButton>
        </Actions>
      )}
      <Dialog title={historic.confirmTitle(toAward)} isOpen={asks} onClose={() => setAsks(false)}>
        <ConfirmAwards run={run} onClose={() => setAsks(false)} />
      </Dialog>
    </Card>
  );
}
