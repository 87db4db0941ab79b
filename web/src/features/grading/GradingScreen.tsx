import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Page } from '../../ui/Page';

export const gradingRoute = createLazyRoute('/grading')({ component: GradingScreen });

function GradingScreen() {
  const messages = useMessages('grading');
  return <Page title={messages.title}>…</Page>;
}
