import { defineJob } from '../../../platform/queue/job.js';

/** Which deployment: what it is asked for says its row. */
export interface NoticeHandlerToRegister {
  deploymentId: string;
}

export const registerNoticeHandler = defineJob<NoticeHandlerToRegister>('register-notice-handler', 'integrations');
