import { createLazyRoute } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { AccountPage } from './AccountPage';
import { EmailForm } from './EmailForm';
import { PasswordForm } from './PasswordForm';
import { Sessions } from './Sessions';
import { WaysIn } from './WaysIn';

export const securityRoute = createLazyRoute('/account/security')({ component: SecurityScreen });

function SecurityScreen() {
  const { person } = useSession();
  return (
    <AccountPage>
      <EmailForm person={person} />
      <PasswordForm person={person} />
      <WaysIn />
      <Sessions />
    </AccountPage>
  );
}
