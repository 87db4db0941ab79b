import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { CopyField } from '../../ui/CopyField';
import { RadioGroup } from '../../ui/fields';
import { Loaded } from '../../ui/Loaded';
import { Card } from '../../ui/Page';
import { InstitutionPage } from '../institution/InstitutionPage';
import { FAMILIES, type Family } from './families';
import { NewPlatform } from './NewPlatform';
import { toolQuery } from './queries';
import { RegistrationLinks } from './RegistrationLinks';
import styles from './platforms.module.css';

export const connectRoute = createLazyRoute('/institution/platforms/connect')({ component: ConnectScreen });

function ConnectScreen() {
  const { connecting, families } = useMessages('platforms');
  const { lms = 'moodle' } = connectRoute.useSearch();
  const navigate = useNavigate();
  const choose = (family: Family) =>
    void navigate({ to: '/institution/platforms/connect', search: { lms: family }, replace: true });
  const hasLinks = lms !== 'blackboard';
  return (
    <InstitutionPage title={connecting.title} lead={connecting.lead} width="text">
      <RadioGroup
        label={connecting.which}
        name="lms"
        value={lms}
        onChange={choose}
        choices={FAMILIES.map((value) => ({ value, label: families[value] }))}
        isInLine
      />
      <Card title={hasLinks ? connecting.byLink : families[lms]}>
        <ol className={styles['steps']}>
          {connecting.steps[lms].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {hasLinks && <RegistrationLinks />}
      </Card>
      <Card title={connecting.byHand}>
        <p>{connecting.byHandLead}</p>
        <ToolValues />
      </Card>
      <Card title={connecting.theirs}>
        <p>{connecting.theirsLead}</p>
        {/* Each has its own draft, so that nothing of one LMS stands in the form of another. */}
        <NewPlatform key={lms} family={lms} />
      </Card>
    </InstitutionPage>
  );
}

/** What is entered in the LMS. */
function ToolValues() {
  const {
    connecting: { values },
  } = useMessages('platforms');
  const query = useQuery(toolQuery);
  return (
    <Loaded query={query}>
      {({ targetLinkUri, loginUrl, redirectUris, jwksUrl, deepLinkingUrl, domain, logoUrl, customParameters }) => (
        <div className={styles['values']}>
          <CopyField label={values.toolUrl} value={targetLinkUri} />
          <CopyField label={values.login} value={loginUrl} />
          {redirectUris.map((uri) => (
            <CopyField key={uri} label={values.redirect} value={uri} />
          ))}
          <CopyField label={values.keySet} value={jwksUrl} />
          <CopyField label={values.deepLinking} value={deepLinkingUrl} />
          <CopyField label={values.domain} value={domain} />
          <CopyField label={values.logo} value={logoUrl} />
          {customParameters.map((line, index) => (
            <CopyField
              key={line}
              label={`${values.custom} ${index + 1}`}
              hint={index === 0 ? values.customHint : undefined}
              value={line}
            />
          ))}
        </div>
      )}
    </Loaded>
  );
}
