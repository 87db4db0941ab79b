import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicAccess } from '../../../platform/http/access.js';
import { Cookies, type LaunchCookies } from './launch-cookies.js';

/** Whether the browser keeps our cookie where it is, which nothing but asking tells. */
@ApiExcludeController()
@Controller('lti/login/cookie')
@PublicAccess()
export class CookieCheckController {
  @Get()
  @Header('cache-control', 'no-store')
  check(@Cookies() { browserSecret }: LaunchCookies): { kept: boolean } {
    return { kept: browserSecret !== null };
  }
}
