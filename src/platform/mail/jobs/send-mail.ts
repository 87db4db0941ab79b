import { defineJob } from '../../queue/job.js';

/** Hands one mail to the mail server. */
export const sendMail = defineJob<{ mailId: string }>('send-mail', 'notifications');
