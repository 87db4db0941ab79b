import { useQuery } from '@tanstack/react-query';
import { Download, ExternalLink, Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRole, useSession } from '../../app/session';
import { useMessages } from '../../i18n';
import { ExternalLinkButton, LinkButton } from '../../ui/LinkButton';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { Tabs } from '../../ui/Tabs';
import { StateChip } from './list/StateChip';
import { previewPlace } from '../../preview/preview-place';
import { type MicroCredential, microCredentialQuery } from './queries';
import styles from './studio.module.css';

/** The frame of the parts of one micro-credential: what it is called, where it stands, and the way to the other parts. */
export function Workspace({ id, children }: { id: string; children: (microCredential: MicroCredential) => ReactNode }) {
  const texts = useMessages('studio');
  const query = useQuery(microCredentialQuery(id));
  const params = { microCredentialId: id };
  const { tabs } = texts;
  return (
    <Page
      title={query.data?.title ?? texts.title}
      crumbs={[{ label: texts.title, to: '/studio' }]}
      actions={query.data && <Standing of={query.data} />}
    >
      <Tabs
        label={tabs.label}
        tabs={[
          { label: tabs.outline, to: '/studio/$microCredentialId', params, isExact: true },
          { label: tabs.details, to: '/studio/$microCredentialId/details', params },
          { label: tabs.rules, to: '/studio/$microCredentialId/rules', params },
          { label: tabs.badge, to: '/studio/$microCredentialId/badge', params },
          { label: tabs.editions, to: '/studio/$microCredentialId/editions', params },
          { label: tabs.publish, to: '/studio/$microCredentialId/publish', params },
          { label: tabs.learners, to: '/studio/$microCredentialId/learners', params },
        ]}
      />
      <Loaded query={query}>
        {(microCredential) => (
          <div className={styles['part']}>
            {microCredential.retiredAt !== null && <Notice tone="warn">{texts.retiredNotice}</Notice>}
            {children(microCredential)}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Standing({ of }: { of: MicroCredential }) {
  const texts = useMessages('studio');
  const { institution } = useSession();
  const mayWrite = useRole('instructor', 'admin');
  return (
    <>
      <StateChip of={of} />
      {institution && of.latestEdition && (
        <ExternalLinkButton
          look="quiet"
          href={`/micro-credentials/${institution.slug}/${of.slug}`}
          icon={<ExternalLink aria-hidden />}
        >
          {texts.publicPage}
        </ExternalLinkButton>
      )}
      {mayWrite && (
        <ExternalLinkButton
          look="quiet"
          href={`/api/v1/micro-credentials/${of.id}/package`}
          download
          title={texts.exportHint}
          icon={<Download aria-hidden />}
        >
          {texts.export}
        </ExternalLinkButton>
      )}
      {mayWrite && (
        <LinkButton to="/learning/$enrollmentId" params={{ enrollmentId: previewPlace('new', of.id) }} icon={<Eye aria-hidden />}>
          {texts.preview.open}
        </LinkButton>
      )}
    </>
  );
}
