import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { View } from '../../../api/client';
import { useMessages } from '../../../i18n';
import { useFormat } from '../../../i18n/format';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { Card, Page } from '../../../ui/Page';
import { Prose } from '../../../ui/Prose';
import { readPreviewPlace } from '../../../preview/preview-place';
import { LockReasons } from '../journey/LockReasons';
import { dueWords } from '../due-words';
import { journeyQuery, projectQuery } from '../queries';
import { useNow } from '../use-now';
import { AttemptCard } from './AttemptCard';
import { BadgeCard } from './BadgeCard';
import { DraftForm } from './DraftForm';
import { latestAttempt, type Project, stageOf, verdictOf } from './project-stage';
import { Rubric } from './Rubric';
import styles from './project.module.css';

export const projectRoute = createLazyRoute('/learning/$enrollmentId/project')({ component: ProjectScreen });

function ProjectScreen() {
  const { enrollmentId } = projectRoute.useParams();
  const messages = useMessages('learning');
  const journey = useQuery(journeyQuery(enrollmentId));
  const project = useQuery(projectQuery(enrollmentId));
  const params = { enrollmentId };
  return (
    <Page
      title={project.data ? messages.project.title(project.data.title) : messages.kinds.project}
      crumbs={[
        { label: messages.title, to: '/' },
        ...(journey.data ? [{ label: journey.data.edition.title, to: '/learning/$enrollmentId' as const, params }] : []),
      ]}
      lead={project.data && <Lead project={project.data} />}
    >
      <Loaded query={journey}>
        {(way) => <Loaded query={project}>{(data) => <Work journey={way} project={data} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

function Lead({ project: { minutes, dueAt, state } }: { project: Project }) {
  const messages = useMessages('learning');
  const format = useFormat();
  const now = useNow();
  const due = dueAt && state !== 'completed' && dueWords(dueAt, now, messages, format);
  return <>{[format.minutes(minutes), due].filter(Boolean).join(' · ')}</>;
}

function Work({ journey, project }: { journey: View<'JourneyView'>; project: Project }) {
  const messages = useMessages('learning');
  const { can, state, enrollmentId } = journey;
  const stage = stageOf(project, state);
  const latest = latestAttempt(project);
  const earlier = project.attempts.filter((attempt) => attempt !== latest).toReversed();
  const writes = can.learn && (stage === 'writing' || stage === 'returned');
  const task = <Task key="task" project={project} isJudged={latest !== null && verdictOf(latest) !== null} />;
  const draft = writes && project.draft && (
    <DraftForm key="draft" enrollmentId={enrollmentId} project={project} draft={project.draft} />
  );
  return (
    <>
      {!can.learn && state === 'active' && <Notice>{messages.project.staff}</Notice>}
      {stage === 'locked' && (
        <Notice title={messages.project.locked}>
          <LockReasons reasons={journey.project.reasons} journey={journey} />
        </Notice>
      )}
      {stage === 'used-up' && <Notice tone="warn">{messages.project.usedUp}</Notice>}
      {stage === 'ended' && <Notice tone="warn">{messages.project.ended}</Notice>}
      {can.learn && stage === 'passed' && !readPreviewPlace(enrollmentId) && <BadgeCard enrollmentId={enrollmentId} />}
      {latest && <AttemptCard attempt={latest} project={project} enrollmentId={enrollmentId} isLatest />}
      {latest ? [draft, task] : [task, draft]}
      {earlier.length > 0 && (
        <Card title={messages.project.attempts}>
          {earlier.map((attempt) => (
            <details key={attempt.id}>
              <summary>{messages.project.attempt(String(attempt.number))}</summary>
              <AttemptCard attempt={attempt} project={project} enrollmentId={enrollmentId} />
            </details>
          ))}
        </Card>
      )}
    </>
  );
}

/** What is asked for, beside how it is judged; once it is, the rubric stands with the verdict. */
function Task({ project, isJudged }: { project: Project; isJudged: boolean }) {
  const messages = useMessages('learning');
  return (
    <div className={styles['beside']}>
      <Card title={messages.project.brief}>
        <Prose html={project.briefHtml} />
      </Card>
      {!isJudged && (
        <Card title={messages.project.rubric}>
          <Rubric rubric={project.rubric} />
        </Card>
      )}
    </div>
  );
}
