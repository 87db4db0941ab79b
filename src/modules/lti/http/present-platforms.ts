import type { DeploymentSummary } from '../data/deployments.repository.js';
import type { NoticeHandler } from '../data/notice-handlers.repository.js';
import type { RegistrationLink } from '../data/registration-links.repository.js';
import { noticeState } from '../domain/notice-state.js';
import { ALL_SERVICE_SCOPES } from '../domain/service-scopes.js';
import { CUSTOM_PARAMETERS, toolAddresses } from '../domain/tool-addresses.js';
import type { ShownToolKeys } from '../use-cases/registering/look-after-tool-keys.js';
import type { PlatformDetail, PlatformSummary } from '../use-cases/registering/read-platforms.js';
import type { LtiDeploymentView, LtiNoticesView, LtiPlatformSummaryView, LtiPlatformView } from './platforms.dto.js';
import type { LtiRegistrationLinkView, LtiToolKeysView, LtiToolKeyView, LtiToolView } from './tool.dto.js';

export function presentPlatformSummary({ registration, activity }: PlatformSummary): LtiPlatformSummaryView {
  const { id, name, state, issuer, clientId, productFamily, createdAt } = registration;
  const { pendingDeployments, contexts, lastLaunchAt } = activity;
  return {
    id,
    name,
    state,
    issuer,
    clientId,
    productFamily,
    createdAt: createdAt.toISOString(),
    pendingDeployments,
    courses: contexts,
    lastLaunchAt: written(lastLaunchAt),
  };
}

export function presentPlatform(detail: PlatformDetail): LtiPlatformView {
  const { authorizationUrl, tokenUrl, tokenAudience, jwksUrl, algorithms, frameOrigins, scopes, settings, version } =
    detail.registration;
  const { scoresWaiting, scoresParked } = detail.troubles;
  const handlers = new Map(detail.handlers.map((handler) => [handler.deploymentId, handler]));
  return {
    ...presentPlatformSummary(detail),
    authorizationUrl,
    tokenUrl,
    tokenAudience,
    jwksUrl,
    algorithms,
    frameOrigins,
    scopes,
    settings,
    deployments: detail.deployments.map((one) => presentDeployment(one, handlers.get(one.id))),
    troubles: { scoresWaiting, scoresParked },
    termsVersion: version,
  };
}

function presentDeployment(deployment: DeploymentSummary, handler: NoticeHandler | undefined): LtiDeploymentView {
  const { id, deploymentId, state, createdAt, decidedAt, contexts, lastLaunchAt } = deployment;
  return {
    id,
    deploymentId,
    state,
    createdAt: createdAt.toISOString(),
    decidedAt: written(decidedAt),
    courses: contexts,
    lastLaunchAt: written(lastLaunchAt),
    notices: handler ? presentNotices(handler) : null,
  };
}

function presentNotices(handler: NoticeHandler): LtiNoticesView {
  return { state: noticeState(handler), problem: handler.problem, triedAt: written(handler.triedAt) };
}

/** What the administrator of a platform enters there by hand. */
export function presentTool(publicUrl: string): LtiToolView {
  const { login, launch, keySet, logo } = toolAddresses(publicUrl);
  return {
    domain: new URL(launch).host,
    loginUrl: login,
    redirectUris: [launch],
    targetLinkUri: launch,
    deepLinkingUrl: launch,
    jwksUrl: keySet,
    logoUrl: logo,
    customParameters: Object.entries(CUSTOM_PARAMETERS).map(([name, value]) => `${name}=${value}`),
    scopes: [...ALL_SERVICE_SCOPES],
  };
}

export function presentToolKeys({ keys, now, canRotate }: ShownToolKeys): LtiToolKeysView {
  const signing = keys.find(({ signsFrom }) => signsFrom <= now);
  const stateOf = (key: ShownToolKeys['keys'][number]): LtiToolKeyView['state'] => {
    if (key === signing) return 'signing';
    return key.signsFrom > now ? 'next' : 'retiring';
  };
  const items = keys.map((key) => ({
    id: key.id,
    state: stateOf(key),
    createdAt: key.createdAt.toISOString(),
    signsFrom: key.signsFrom.toISOString(),
    retiresAt: written(key.retiresAt),
  }));
  return { items, can: { rotate: canRotate } };
}

export function presentLink({ id, createdAt, expiresAt }: RegistrationLink): LtiRegistrationLinkView {
  return { id, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}

function written(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
