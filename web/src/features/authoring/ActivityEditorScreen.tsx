import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Loaded } from '../../ui/Loaded';
import { Notice } from '../../ui/Notice';
import { Page } from '../../ui/Page';
import { ActivityEditor } from './ActivityEditor';
import { activityEditorQuery } from './queries';

export const activityEditorRoute = createLazyRoute('/studio/$microCredentialId/activities/$activityId')({
  component: ActivityEditorScreen,
});

function ActivityEditorScreen() {
  const { microCredentialId, activityId } = activityEditorRoute.useParams();
  const { title, mayNotChange } = useMessages('authoring');
  const query = useQuery(activityEditorQuery(microCredentialId, activityId));
  if (query.data?.course.can.change) return <ActivityEditor key={activityId} loaded={query.data} />;
  return (
    <Page title={query.data?.activity.title ?? title}>
      <Loaded query={query}>{() => <Notice tone="warn">{mayNotChange}</Notice>}</Loaded>
    </Page>
  );
}
