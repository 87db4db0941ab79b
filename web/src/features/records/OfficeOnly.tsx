import type { ReactNode } from 'react';
import { useRole } from '../../app/session';
import { useMessages } from '../../i18n';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';

/** These lists answer everybody with what is their own; here they are the office's. */
export function OfficeOnly({ title, children }: { title: string; children: ReactNode }) {
  const { errors } = useMessages('common');
  if (useRole('office', 'admin')) return children;
  return (
    <Page title={title}>
      <Notice tone="warn">{errors.notAllowed}</Notice>
    </Page>
  );
}
