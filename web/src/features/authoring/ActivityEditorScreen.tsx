import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Page } from '../../ui/Page';

export const activityEditorRoute = createLazyRoute('/studio/$microCredentialId/activities/$activityId')({
  component: ActivityEditorScreen,
});

function ActivityEditorScreen() {
  const messages = useMessages('authoring');
  return <Page title={messages.title}>…</Page>;
}
