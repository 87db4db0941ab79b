import { createLazyRoute } from '@tanstack/react-router';
import { useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { Actions } from '../../ui/Form';
import { LinkButton } from '../../ui/LinkButton';
import { Notice } from '../../ui/Notice';
import { Card } from '../../ui/Page';
import { AccountPage } from './AccountPage';
import { Erasure } from './Erasure';
import { PersonalExports } from './PersonalExports';

export const privacyRoute = createLazyRoute('/account/privacy')({ component: PrivacyScreen });

function PrivacyScreen() {
  const { privacy, noInstitution } = useMessages('account');
  const { institution } = useSession();
  return (
    <AccountPage>
      {institution ? <PersonalExports institution={institution.name} /> : <Notice>{noInstitution}</Notice>}
      <Card title={privacy.othersTitle}>
        <p>{privacy.badges}</p>
        <p>{privacy.others}</p>
        <Actions>
          <LinkButton to="/badges">{privacy.toBadges}</LinkButton>
        </Actions>
      </Card>
      {institution && <Erasure institution={institution.name} />}
    </AccountPage>
  );
}
