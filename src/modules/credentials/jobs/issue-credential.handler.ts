import { Injectable } from '@nestjs/common';
import { HandlesJob } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext } from '../../../platform/queue/job.js';
import { issueCredential } from '../../assessment/index.js';
import { IssueCredential } from '../use-cases/issue-credential.js';

@Injectable()
@HandlesJob(issueCredential)
export class IssueCredentialHandler {
  constructor(private readonly issue: IssueCredential) {}

  async handle(
    { enrollmentId, assessmentId }: { enrollmentId: string; assessmentId: string },
    { institutionId }: JobContext,
  ): Promise<void> {
    await this.issue.run({ institutionId }, enrollmentId, assessmentId);
  }
}
