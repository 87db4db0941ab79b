import { PATH_METADATA } from '@nestjs/common/constants.js';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants.js';
import type { FastifyRequest } from 'fastify';
import type { ProblemParticulars, ProblemType } from './problem.js';

/** An answer as the clients of a standard expect refusals. */
export interface ErrorAnswer {
  status: number;
  contentType: string;
  body: object;
  headers?: Record<string, string>;
}

/** How one standard tells refusals. Gets every problem of its routes, those of the guard and of the body parser as well. */
export type ErrorForm = (type: ProblemType, particulars: ProblemParticulars, requestId: string) => ErrorAnswer;

/**
 * For a controller of a protocol that has its own form of refusals instead of problem+json. It is kept with the route, not with a filter
 * of the controller, because a body that cannot be parsed is refused before any controller is reached.
 */
export const ErrorsAs =
  (errorForm: ErrorForm): ClassDecorator =>
  (controller) => {
    const prototype = controller.prototype as object;
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const method: unknown = descriptor.value;
      if (typeof method === 'function' && Reflect.hasMetadata(PATH_METADATA, method))
        RouteConfig({ ...configOf(method), errorForm })(prototype, name, descriptor);
    }
  };

/** What the method said of its route itself: a second `RouteConfig` would forget the first. */
function configOf(method: object): object {
  return (Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, method) as object | undefined) ?? {};
}

export function errorFormOf(request: FastifyRequest): ErrorForm | undefined {
  return (request.routeOptions?.config as { errorForm?: ErrorForm } | undefined)?.errorForm;
}
