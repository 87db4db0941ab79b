import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '../../../platform/config/environment.js';
import { isLocalInstallation } from '../../../platform/config/is-local-installation.js';
import { OutboundHttp } from '../../../platform/outbound/outbound-http.js';

/** The guarded way to platforms: public addresses over https; plain http on this machine while Cairn itself is only there. */
@Injectable()
export class PlatformHttp extends OutboundHttp implements OnApplicationShutdown {
  constructor({ publicUrl }: Environment) {
    super({ loopback: isLocalInstallation(publicUrl) });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
