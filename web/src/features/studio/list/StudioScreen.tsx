import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { FileInput, Plus } from 'lucide-react';
import { useState } from 'react';
import { useRole } from '../../../app/session';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { TextField } from '../../../ui/fields';
import { LinkButton } from '../../../ui/LinkButton';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState, Page } from '../../../ui/Page';
import { useSettled } from '../../../ui/use-settled';
import { microCredentialsQuery } from '../queries';
import { MicroCredentialList } from './MicroCredentialList';
import { NewMicroCredential } from './NewMicroCredential';
import styles from './list.module.css';

export const studioRoute = createLazyRoute('/studio')({ component: StudioScreen });

/** Everything that the institution's authors make, newest first. */
function StudioScreen() {
  const texts = useMessages('studio');
  const { search } = useMessages('common');
  const mayWrite = useRole('instructor', 'admin');
  const { create: isCreating = false } = studioRoute.useSearch();
  const navigate = studioRoute.useNavigate();
  const setIsCreating = (is: boolean) => void navigate({ search: is ? { create: true } : {}, replace: true });
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim());
  const query = useQuery({ ...microCredentialsQuery(q), placeholderData: (before) => before });
  const create = mayWrite ? (
    <Button look="primary" icon={<Plus aria-hidden />} onPress={() => setIsCreating(true)}>
      {texts.create.button}
    </Button>
  ) : null;
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        mayWrite && (
          <>
            <LinkButton to="/studio/imports" icon={<FileInput aria-hidden />}>
              {texts.imports.title}
            </LinkButton>
            {create}
          </>
        )
      }
    >
      <Loaded query={query}>
        {({ items, next }) =>
          items.length === 0 && q === '' ? (
            <EmptyState title={texts.empty.title} action={create}>
              <ol className={styles['steps']}>
                {texts.empty.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </EmptyState>
          ) : (
            <>
              <div className={styles['search']}>
                <TextField type="search" label={search} value={typed} onChange={setTyped} maxLength={200} />
              </div>
              <p role="status" className={styles['count']}>
                {next === null ? texts.found(items.length) : texts.foundMore(items.length)}
              </p>
              <MicroCredentialList items={items} mayWrite={mayWrite} />
            </>
          )
        }
      </Loaded>
      {mayWrite && <NewMicroCredential isOpen={isCreating} onClose={() => setIsCreating(false)} />}
    </Page>
  );
}
