import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { PublicAccess } from '../../../platform/http/access.js';
import { RequestPasswordReset } from '../use-cases/request-password-reset.js';
import type { Visitor } from '../use-cases/visitor.js';
import { RequestPasswordResetDto } from './account.dto.js';
import { CurrentVisitor } from './current-visitor.js';

@ApiTags('Session')
@Controller('api/v1/password-resets')
export class PasswordResetController {
  constructor(private readonly requestReset: RequestPasswordReset) {}

  /** Have a link for a new password sent to you. The answer is the same whether somebody has the address. */
  @Post()
  @HttpCode(202)
  @PublicAccess()
  @ApiAcceptedResponse({ description: 'If somebody has the address, a link is on its way to it.' })
  @ApiResponse({ status: 429, description: 'Too many requests for this address or from this network.' })
  async requestPasswordReset(@Body() { email }: RequestPasswordResetDto, @CurrentVisitor() visitor: Visitor): Promise<void> {
    await this.requestReset.run(email, visitor);
  }
}
