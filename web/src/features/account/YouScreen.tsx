import { createLazyRoute } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { AccountPage } from './AccountPage';
import { DetailsForm } from './DetailsForm';

export const youRoute = createLazyRoute('/account')({ component: YouScreen });

function YouScreen() {
  const { person } = useSession();
  return (
    <AccountPage>
      <DetailsForm person={person} />
    </AccountPage>
  );
}
