import { createLazyRoute } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import { AccountPage } from './AccountPage';
import { Services } from './Services';
import { Tokens } from './Tokens';

export const programsRoute = createLazyRoute('/account/programs')({ component: ProgramsScreen });

function ProgramsScreen() {
  const { noInstitution } = useMessages('account');
  const { institution } = useSession();
  return (
    <AccountPage>
      {institution ? (
        <>
          <Services />
          <Tokens />
        </>
      ) : (
        <Notice>{noInstitution}</Notice>
      )}
    </AccountPage>
  );
}
