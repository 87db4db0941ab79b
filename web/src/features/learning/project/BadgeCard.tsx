import { useQuery } from '@tanstack/react-query';
import { Award } from 'lucide-react';
import { useMessages } from '../../../i18n';
import { Actions } from '../../../ui/Form';
import { ExternalLinkButton, LinkButton } from '../../../ui/LinkButton';
import { Card } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { myBadgesQuery } from '../queries';

const AGAIN_MS = 3_000;

/** What was earned by passing: the badge as soon as it is signed, and what it says. */
export function BadgeCard({ enrollmentId }: { enrollmentId: string }) {
  const { project } = useMessages('learning');
  const query = useQuery({
    ...myBadgesQuery,
    // It is signed by a worker, seconds after the verdict.
    refetchInterval: ({ state }) => (state.data?.some((one) => one.enrollmentId === enrollmentId) ? false : AGAIN_MS),
  });
  const badge = query.data?.find((one) => one.enrollmentId === enrollmentId);
  return (
    <Card title={project.badgeTitle}>
      {query.error && <ProblemNotice problem={query.error} />}
      <p role="status">{badge ? project.badgeReady : project.badgeComing}</p>
      <Actions>
        {badge && (
          <ExternalLinkButton look="primary" href={badge.url} icon={<Award aria-hidden />}>
            {project.seeBadge}
          </ExternalLinkButton>
        )}
        {badge ? (
          <LinkButton to="/badges/$badgeId" params={{ badgeId: badge.id }}>
            {project.lookAfterBadge}
          </LinkButton>
        ) : (
          <ExternalLinkButton href={`/account/badges/choices/${enrollmentId}`}>{project.choices}</ExternalLinkButton>
        )}
      </Actions>
    </Card>
  );
}
