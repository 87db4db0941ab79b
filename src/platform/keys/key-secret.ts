import { Injectable } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { loadKeySecret } from './load-key-secret.js';

/** The key secret of this process. Taken when it is first needed, so that a process that never signs needs none. */
@Injectable()
export class KeySecret {
  private loaded: Buffer | undefined;

  constructor(private readonly environment: Environment) {}

  get key(): Buffer {
    return (this.loaded ??= loadKeySecret(this.environment));
  }
}
