import type { Environment } from '../config/environment.js';
import { SmtpSender } from '../mail/smtp-sender.js';
import { storageDriver } from '../storage/storage.module.js';
import type { Check } from './check.js';

/** What Cairn talks to besides its database and queue. */
export function serviceChecks(environment: Environment): Check[] {
  return [
    {
      what: 'storage',
      advice: environment.S3_URL
        ? 'check S3_URL, and that the bucket lets us write, read, list and delete'
        : 'check the folder files of the data directory',
      run: async () => {
        await storageDriver(environment).check();
        return environment.S3_URL ? 'S3: wrote, read and removed a file' : 'local disk: wrote, read and removed a file';
      },
    },
    {
      what: 'mail',
      advice: 'check SMTP_URL, and that the mail server can be reached from here',
      run: () => checkMail(environment),
    },
  ];
}

async function checkMail(environment: Environment): Promise<string> {
  const sender = new SmtpSender(environment);
  if (!sender.configured) return 'kept in the mailbox page, because SMTP_URL is not set';
  try {
    await sender.check();
    return 'the mail server answers and takes our credentials';
  } finally {
    sender.onApplicationShutdown();
  }
}
