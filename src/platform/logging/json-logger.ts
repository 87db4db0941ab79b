import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Environment } from '../config/environment.js';

const LEVELS: LogLevel[] = ['verbose', 'debug', 'log', 'warn', 'error', 'fatal'];
const SECRETS = ['password', 'token', 'authorization', 'cookie', 'secret', 'privateKey', 'email'];
// What Nest says of each route and module at every start tells an operator nothing.
const CHATTER = new Set(['InstanceLoader', 'RouterExplorer', 'RoutesResolver', 'NestFactory', 'NestApplication']);

/** One JSON object a line, without secrets. */
class JsonLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (!CHATTER.has(String(rest.at(-1)))) super.log(message, ...rest);
  }
}

export function jsonLogger({ LOG_LEVEL }: Pick<Environment, 'LOG_LEVEL'>): ConsoleLogger {
  return new JsonLogger({
    json: true,
    colors: false,
    logLevels: LEVELS.slice(LEVELS.indexOf(LOG_LEVEL as LogLevel)),
    redact: SECRETS,
  });
}
