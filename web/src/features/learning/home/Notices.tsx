import { Link } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Card } from '../../../ui/Page';
import { Notice, type Tone } from '../../../ui/Notice';
import { dueWords } from '../due-words';
import { useNow } from '../use-now';
import type { MyJourney } from './home-order';
import shared from '../learning.module.css';

const TONES: Partial<Record<MyJourney['project']['standing'], Tone>> = { passed: 'good', returned: 'warn' };

/** Verdicts that one has not acted on. */
export function News({ journeys }: { journeys: readonly MyJourney[] }) {
  const { home } = useMessages('learning');
  const format = useFormat();
  const words = ({ standing, title }: MyJourney['project']) =>
    standing === 'passed' ? home.passed(title) : standing === 'failed' ? home.failed(title) : home.returned(title);
  return (
    <section aria-label={home.news} className={shared['stack']}>
      {journeys.map(({ enrollmentId, title, project }) => (
        <Notice key={enrollmentId} tone={TONES[project.standing] ?? 'plain'} title={words(project)}>
          <p className={shared['line']}>
            <Link to="/learning/$enrollmentId/project" params={{ enrollmentId }}>
              {home.readFeedback}
            </Link>
            <span>
              {title}
              {project.since && ` · ${format.relative(project.since)}`}
            </span>
          </p>
        </Notice>
      ))}
    </section>
  );
}

export function Due({ journeys }: { journeys: readonly MyJourney[] }) {
  const messages = useMessages('learning');
  const now = useNow();
  const format = useFormat();
  return (
    <Card title={messages.home.due}>
      <ul className={shared['list']}>
        {journeys.map(({ enrollmentId, title, project: { title: project, dueAt } }) => (
          <li key={enrollmentId} className={shared['between']}>
            <span>
              <Link to="/learning/$enrollmentId/project" params={{ enrollmentId }}>
                {project}
              </Link>{' '}
              <span className={shared['quiet']}>{title}</span>
            </span>
            {dueAt && <span>{dueWords(dueAt, now, messages, format)}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
