import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../../i18n';
import { Loaded } from '../../../ui/Loaded';
import { Notice } from '../../../ui/Notice';
import { EmptyState } from '../../../ui/Page';
import { ProblemNotice } from '../../../ui/ProblemNotice';
import { type MicroCredential, type OutlineCourse, outlineQuery } from '../queries';
import { Workspace } from '../Workspace';
import { AddCourse } from './AddCourse';
import { OutlineList } from './OutlineList';
import styles from './outline.module.css';
import { ProjectRow } from './ProjectRow';
import { Totals } from './Totals';
import { useOutlineChanges } from './use-outline-changes';

export const outlineRoute = createLazyRoute('/studio/$microCredentialId')({ component: OutlineScreen });

function OutlineScreen() {
  const { microCredentialId } = outlineRoute.useParams();
  return <Workspace id={microCredentialId}>{(microCredential) => <WholeOutline microCredential={microCredential} />}</Workspace>;
}

function WholeOutline({ microCredential }: { microCredential: MicroCredential }) {
  const query = useQuery(outlineQuery(microCredential.id));
  return (
    <Loaded query={query}>
      {({ courses }) => <Outline key={microCredential.id} microCredential={microCredential} courses={courses} />}
    </Loaded>
  );
}

function Outline({ microCredential, courses }: { microCredential: MicroCredential; courses: OutlineCourse[] }) {
  const { outline: texts } = useMessages('studio');
  const changes = useOutlineChanges(microCredential.id);
  const mayChange = microCredential.can.change;
  return (
    <div className={styles['outline']}>
      <Totals microCredential={microCredential} courses={courses} />
      {changes.wasOvertaken ? (
        <div role="alert">
          <Notice tone="warn">{texts.overtaken}</Notice>
        </div>
      ) : (
        changes.problem !== null && <ProblemNotice problem={changes.problem} />
      )}
      {courses.length === 0 ? (
        <EmptyState title={texts.empty}>{mayChange && texts.emptyHint}</EmptyState>
      ) : (
        <OutlineList microCredential={microCredential} courses={courses} changes={changes} />
      )}
      {mayChange && <AddCourse microCredential={microCredential} courses={courses} changes={changes} />}
      <ProjectRow microCredential={microCredential} />
    </div>
  );
}
