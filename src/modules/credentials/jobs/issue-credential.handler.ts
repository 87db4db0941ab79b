import { Injectable } from '@nestjs/common';
import { HandlesChunks } from '../../../platform/queue/handler-catalogue.js';
import type { JobContext, Outcome } from '../../../platform/queue/job.js';
import { issueCredential } from '../../assessment/index.js';
import { IssueCredential } from '../use-cases/issuing/issue-credential.js';

@Injectable()
@HandlesChunks(issueCredential)
export class IssueCredentialHandler {
  constructor(private readonly issue: IssueCredential) {}

  async handleChunk(
    passes: readonly { enrollmentId: string; assessmentId: string }[],
    { institutionId }: JobContext,
  ): Promise<Outcome[]> {
    return this.issue.chunk({ institutionId }, passes);
  }
}
