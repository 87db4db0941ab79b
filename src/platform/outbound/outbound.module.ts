import { Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { OutboundHttp } from './outbound-http.js';

/** Our own public address may be asked too: it can be on this machine. */
@Global()
@Module({
  providers: [
    {
      provide: OutboundHttp,
      inject: [Environment],
      useFactory: ({ publicUrl }: Environment) => new OutboundHttp({ allowedOrigins: [publicUrl] }),
    },
  ],
  exports: [OutboundHttp],
})
export class OutboundModule implements OnApplicationShutdown {
  constructor(@Inject(OutboundHttp) private readonly outbound: OutboundHttp) {}

  async onApplicationShutdown(): Promise<void> {
    await this.outbound.close();
  }
}
