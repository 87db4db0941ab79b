import { createLazyRoute } from '@tanstack/react-router';
import { useMessages } from '../../i18n';
import { Page } from '../../ui/Page';

export const homeRoute = createLazyRoute('/')({ component: HomeScreen });

function HomeScreen() {
  const messages = useMessages('learning');
  return <Page title={messages.title}>…</Page>;
}
