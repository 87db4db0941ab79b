import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RawRoutes } from '../../../platform/http/raw-routes.js';
import { PublishedBytes } from '../use-cases/sharing/published-bytes.js';
import { ReadVcJwt } from '../use-cases/sharing/read-vc-jwt.js';
import { atItsAddress, compactJws, missingCredential, signedBytes } from './public-answers.js';
import { wantsJwt } from './wants-jwt.js';
import { wantsPage } from './wants-page.js';

/** Answers programs at a credential's address with the bytes as they are stored. Who would rather read a page is left to the controller. */
@Injectable()
export class ServeCredentials {
  constructor(
    routes: RawRoutes,
    private readonly published: PublishedBytes,
    private readonly vcJwts: ReadVcJwt,
  ) {
    routes.answer('/credentials/:publicId', (request, reply) => this.asStored(request, reply));
  }

  private async asStored(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const { accept } = request.headers;
    const jwtType = wantsJwt(accept);
    // Who likes a VC-JWT best may like a page second: that is the answer where there is no credential.
    const page = wantsPage(accept);
    if (page && !jwtType) return false;
    const credential = await this.published.find((request.params as { publicId: string }).publicId);
    if (!credential && page) return false;
    atItsAddress(reply, credential);
    if (!credential) throw missingCredential();
    void reply.send(
      jwtType ? compactJws(request, reply, await this.vcJwts.of(credential), jwtType) : signedBytes(request, reply, credential),
    );
    return true;
  }
}
