import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { ACCESS_RULE, type AccessRule, ServiceAccess } from '../../../platform/http/access.js';
import { Problem } from '../../../platform/http/problem.js';
import type { ServiceHolder } from '../data/services.repository.js';
import { insufficientScope, invalidToken } from '../problems.js';
import { KnowService } from '../use-cases/know-service.js';

type RequestOfService = FastifyRequest & { service?: ServiceHolder };

/** Lets a connected program in: only with a live access token, and only where the learner agreed to the scope (RFC 6750). */
@Injectable()
export class ServiceGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly know: KnowService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<AccessRule>(ACCESS_RULE, context.getHandler());
    if (rule.kind !== 'service') throw new Error(`${context.getHandler().name} is not for services`);
    const request = context.switchToHttp().getRequest<RequestOfService>();
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const holder = token === undefined ? null : await this.know.run(token);
    if (!holder) throw new Problem(invalidToken);
    if (!holder.scopes.includes(rule.scope))
      throw new Problem(insufficientScope, { detail: `This needs ${rule.scope}.`, facts: { scope: rule.scope } });
    request.service = holder;
    return true;
  }
}

export const ForService = (scope: string) => applyDecorators(ServiceAccess(scope), UseGuards(ServiceGuard));

/** For whom the program asks; only on routes with `ForService`. */
export const CurrentHolder = createParamDecorator((_: unknown, context: ExecutionContext): ServiceHolder => {
  const { service } = context.switchToHttp().getRequest<RequestOfService>();
  if (!service) throw new Error('CurrentHolder needs ForService on the route');
  return service;
});
