import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { ProjectEditor } from './ProjectEditor';
import { projectEditorQuery } from './queries';

export const projectEditorRoute = createLazyRoute('/studio/$microCredentialId/project')({ component: ProjectEditorScreen });

function ProjectEditorScreen() {
  const { microCredentialId } = projectEditorRoute.useParams();
  const { project, mayNotChange } = useMessages('authoring');
  const query = useQuery(projectEditorQuery(microCredentialId));
  if (query.data?.can.change) return <ProjectEditor key={microCredentialId} loaded={query.data} />;
  return (
    <Page title={project.title}>
      <Loaded query={query}>{() => <Notice tone="warn">{mayNotChange}</Notice>}</Loaded>
    </Page>
  );
}
