import { useMessages } from '../i18n';
import { LinkButton } from '../ui/LinkButton';
import { EmptyState, Page } from '../ui/Page';

export function Missing() {
  const { errors } = useMessages('common');
  return (
    <Page title={errors.missing}>
      <EmptyState title={errors.notFound} action={<LinkButton to="/">{errors.home}</LinkButton>} />
    </Page>
  );
}
