import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n';
import { Page } from '../../../ui/Page';
import { Tabs } from '../../../ui/Tabs';
import { OfficeOnly } from '../OfficeOnly';
import { candidatesQuery } from './queries';

/** What an edition that asks for less means for who is on an earlier one: three lists, each with an address of its own. */
export function QualifiedPage({ editionId, children }: { editionId: string; children: ReactNode }) {
  const { qualified } = useMessages('awards');
  return (
    <OfficeOnly title={qualified.title}>
      <Frame editionId={editionId}>{children}</Frame>
    </OfficeOnly>
  );
}

function Frame({ editionId, children }: { editionId: string; children: ReactNode }) {
  const { qualified } = useMessages('awards');
  const { completions } = useMessages('records');
  const { offerings } = useMessages('common').nav;
  const edition = useInfiniteQuery(candidatesQuery(editionId, 'qualified')).data?.pages[0]?.edition;
  const params = { editionId };
  return (
    <Page
      title={edition ? qualified.of(completions.edition(edition.title, edition.number)) : qualified.title}
      crumbs={[{ label: offerings, to: '/offerings' }]}
      lead={qualified.lead}
    >
      <Tabs
        label={qualified.parts}
        tabs={[
          { label: qualified.qualify, to: '/editions/$editionId/newly-qualified', params, isExact: true },
          { label: qualified.others, to: '/editions/$editionId/newly-qualified/others', params },
          { label: qualified.awards, to: '/editions/$editionId/newly-qualified/awards', params },
        ]}
      />
      {children}
    </Page>
  );
}
