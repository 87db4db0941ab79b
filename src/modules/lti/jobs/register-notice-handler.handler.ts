import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { RegisterNoticeHandler } from '../use-cases/notices/register-notice-handler.js';
import { type NoticeHandlerToRegister, registerNoticeHandler } from './register-notice-handler.js';

@Injectable()
@HandlesJob(registerNoticeHandler)
export class RegisterNoticeHandlerHandler {
  constructor(private readonly register: RegisterNoticeHandler) {}

  async handle({ deploymentId }: NoticeHandlerToRegister, { institutionId, signal }: JobContext): Promise<void> {
    await this.register.run({ institutionId }, deploymentId, signal);
  }
}
