import { useQuery } from '@tanstack/react-query';
import { Award } from 'lucide-react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { readPreviewPlace } from '../../../preview/preview-place';
import { Actions } from '../../../ui/Form';
import { LinkButton } from '../../../ui/LinkButton';
import { Chip, type Tone } from '../../../ui/Notice';
import { dueWords } from '../due-words';
import { KindIcon } from '../KindIcon';
import shared from '../learning.module.css';
import { myBadgesQuery, myJourneysQuery } from '../queries';
import { useNow } from '../use-now';
import { LockReasons } from './LockReasons';
import styles from './journey.module.css';

const TONES: Partial<Record<View<'MyProjectView'>['standing'], Tone>> = { passed: 'good', returned: 'warn', failed: 'bad' };

/** The project that the courses lead up to. */
export function ProjectStone({ journey }: { journey: View<'JourneyView'> }) {
  const messages = useMessages('learning');
  const format = useFormat();
  const now = useNow();
  const { project, enrollmentId, can } = journey;
  // Only one's own journeys say what became of the project; staff see it in the grading room.
  const { data: own } = useQuery({ ...myJourneysQuery, enabled: can.learn });
  const standing = own?.find((one) => one.enrollmentId === enrollmentId)?.project.standing;
  const isNext = journey.next?.kind === 'project' && standing !== 'submitted';
  return (
    <li className={styles['stone']} data-state={project.state} data-summit>
      <div className={styles['card']}>
        <div className={shared['between']}>
          <h2>
            <KindIcon kind="project" /> {messages.journey.projectTitle(project.title)}
          </h2>
          <span className={shared['quiet']}>{format.minutes(project.minutes)}</span>
        </div>
        {standing && standing !== 'none' && (
          <p>
            <Chip tone={TONES[standing] ?? 'plain'}>{messages.journey.projectStates[standing]}</Chip>
          </p>
        )}
        {project.dueAt && standing !== 'passed' && <p>{dueWords(project.dueAt, now, messages, format)}</p>}
        <LockReasons reasons={project.reasons} journey={journey} />
        <Actions>
          <LinkButton look={isNext ? 'primary' : 'plain'} to="/learning/$enrollmentId/project" params={{ enrollmentId }}>
            {project.state === 'locked' ? messages.journey.brief : messages.journey.openProject}
          </LinkButton>
        </Actions>
      </div>
    </li>
  );
}

/** What it is all for. */
export function BadgeStone({ journey: { enrollmentId, edition, state, can } }: { journey: View<'JourneyView'> }) {
  const { journey } = useMessages('learning');
  const isEarned = state === 'completed';
  const isOwn = isEarned && can.learn && !readPreviewPlace(enrollmentId);
  const { data: badges } = useQuery({ ...myBadgesQuery, enabled: isOwn });
  const badge = badges?.find((one) => one.enrollmentId === enrollmentId && one.state !== 'superseded');
  return (
    <li className={styles['stone']} data-state={isEarned ? 'completed' : 'locked'}>
      <div className={styles['card']}>
        <h2>
          <Award aria-hidden className={shared['icon']} /> {journey.badge}: {edition.title}
        </h2>
        <p>{isEarned ? journey.badgeEarned : journey.badgeLocked}</p>
        {isEarned && can.learn && (
          <Actions>
            {badge ? (
              <LinkButton look="primary" to="/badges/$badgeId" params={{ badgeId: badge.id }}>
                {journey.seeBadges}
              </LinkButton>
            ) : (
              <LinkButton look="primary" to="/badges">
                {journey.seeBadges}
              </LinkButton>
            )}
          </Actions>
        )}
      </div>
    </li>
  );
}
