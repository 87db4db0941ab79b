import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem.js';
import { unsupportedMediaType } from './problems.js';
import { decodeUtf8 } from './read-json-body.js';

const TAKES_TEXT = 'takesText';

/**
 * For a route whose standard sends a body as `text/plain`. Every other route refuses the type: a form of another site may send it without
 * the browser asking us first.
 */
export const TakesText = () => RouteConfig({ [TAKES_TEXT]: true });

export function readTextBody(body: Buffer, request: FastifyRequest): string {
  const config = request.routeOptions?.config as { [TAKES_TEXT]?: boolean } | undefined;
  if (config?.[TAKES_TEXT] !== true) throw new Problem(unsupportedMediaType);
  return decodeUtf8(body);
}
