export { NotificationsHttpModule, NotificationsModule } from './notifications.module.js';
export { TellDeadlines } from './use-cases/tell-deadlines.js';
