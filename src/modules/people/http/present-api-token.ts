import type { ApiToken } from '../data/api-token.entity.js';
import type { ApiTokenView } from './api-token.dto.js';

export function presentApiToken({ id, name, scopes, createdAt, expiresAt, lastUsedAt }: ApiToken): ApiTokenView {
  return {
    id,
    name,
    scopes,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  };
}
