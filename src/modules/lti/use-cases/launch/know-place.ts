import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../../../../platform/clock.js';
import type { Tx } from '../../../../platform/database/unit-of-work.js';
import { newId } from '../../../../platform/ids.js';
import { ContextCopiesRepository } from '../../data/context-copies.repository.js';
import { ContextsRepository, type LtiContext } from '../../data/contexts.repository.js';
import type { Deployment } from '../../data/deployments.repository.js';
import { type ResourceLink, ResourceLinksRepository } from '../../data/resource-links.repository.js';
import type { LtiMessage, MessageContext, MessageLink } from '../../domain/message.js';
import { readTarget, TARGET_PARAMETER } from '../../domain/target.js';

export interface Place {
  context: LtiContext;
  /** `null` in messages that come from no link. */
  link: ResourceLink | null;
}

/** Where in a platform a message comes from: its course, or the link alone where the platform names no course. */
@Injectable()
export class KnowPlace {
  constructor(
    private readonly contexts: ContextsRepository,
    private readonly links: ResourceLinksRepository,
    private readonly copies: ContextCopiesRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the caller's transaction, in the scope of the institution. */
  async in(tx: Tx, deployment: Deployment, message: LtiMessage): Promise<Place> {
    const context = await this.context(tx, deployment, message);
    return { context, link: message.resourceLink && (await this.link(tx, context, message, message.resourceLink)) };
  }

  private async context(tx: Tx, { id: deploymentId, institutionId }: Deployment, message: LtiMessage): Promise<LtiContext> {
    const now = this.clock.now();
    const { context, resourceLink, gradeService, membershipsUrl } = message;
    return this.contexts.renew(tx, {
      id: newId(now.getTime()),
      institutionId,
      deploymentId,
      kind: context ? 'course' : 'link',
      // A request for links that comes from no course is of the deployment as a whole.
      contextId: context?.id ?? resourceLink?.id ?? '',
      title: context?.title ?? resourceLink?.title ?? '',
      label: context?.label ?? '',
      copiedFrom: context && (await this.origin(tx, deploymentId, context)),
      lineItemsUrl: gradeService?.lineItemsUrl ?? null,
      membershipsUrl,
      scopes: gradeService?.scopes ?? [],
      createdAt: now,
      lastLaunchAt: now,
    });
  }

  /** What it was copied from, as far as we know that: by what this message says, or a notice before it. */
  private async origin(tx: Tx, deploymentId: string, { id, copiedFrom }: MessageContext): Promise<string | null> {
    const told = await this.copies.origins(tx, deploymentId, id);
    return this.contexts.nearestKnown(tx, deploymentId, [...copiedFrom, ...told]);
  }

  private async link(tx: Tx, context: LtiContext, { custom }: LtiMessage, shown: MessageLink): Promise<ResourceLink> {
    const now = this.clock.now();
    const target = readTarget(custom[TARGET_PARAMETER] ?? '');
    const link = {
      id: newId(now.getTime()),
      institutionId: context.institutionId,
      deploymentId: context.deploymentId,
      contextId: context.id,
      linkId: shown.id,
      title: shown.title ?? '',
      target,
      createdAt: now,
    };
    return this.links.renew(tx, link, target ? null : await this.links.targetOfOrigin(tx, context.id, shown));
  }
}
