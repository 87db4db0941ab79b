import { Link } from '@tanstack/react-router';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { Progress } from '../../../ui/Progress';
import { KindIcon, StateMark } from '../KindIcon';
import styles from './player.module.css';

/** Where one is in the whole: beside the content, or behind a button where there is no room. */
export function Outline({ journey, activityId }: { journey: View<'JourneyView'>; activityId: string }) {
  const messages = useMessages('learning');
  const [isOpen, setOpen] = useState(false);
  const { enrollmentId, courses, project, progress, edition } = journey;
  // The page that was chosen takes the focus.
  const choose = () => {
    setOpen(false);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  return (
    <div className={styles['side']}>
      <div className={styles['toggle']}>
        <Button
          aria-expanded={isOpen}
          aria-controls="outline"
          icon={isOpen ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
          onPress={() => setOpen(!isOpen)}
        >
          {isOpen ? messages.player.hideOutline : messages.player.showOutline}
        </Button>
      </div>
      <nav id="outline" aria-label={messages.player.outline} className={styles['outline']} data-open={isOpen}>
        <Progress label={messages.progressOf(edition.title)} share={progress.share} />
        <ol>
          {courses.map(({ id, title, state, activities }) => (
            <li key={id}>
              <p className={styles['course']}>
                {title} {state !== 'open' && <StateMark state={state} />}
              </p>
              <ul>
                {activities.map((activity) => (
                  <li key={activity.id} className={styles['entry']} data-current={activity.id === activityId}>
                    <StateMark state={activity.state} />
                    {state === 'locked' ? (
                      <span>{activity.title}</span>
                    ) : (
                      <Link
                        to="/learning/$enrollmentId/activities/$activityId"
                        params={{ enrollmentId, activityId: activity.id }}
                        activeOptions={{ includeSearch: false }}
                        activeProps={{ 'aria-current': 'page' }}
                        onClick={choose}
                      >
                        {activity.title}
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
          <li className={`${styles['entry']} ${styles['summit']}`}>
            <KindIcon kind="project" />
            <Link to="/learning/$enrollmentId/project" params={{ enrollmentId }}>
              {project.title}
            </Link>
          </li>
        </ol>
      </nav>
    </div>
  );
}
