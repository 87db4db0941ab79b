import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentPerson, type SignedIn, SignedInAccess } from '../../../platform/http/access.js';
import { CurrentVisitor, type Visitor } from '../../people/index.js';
import { OwnErasure } from '../use-cases/own-erasure.js';
import { ErasureView, OwnErasureView, RequestErasureDto } from './erasure.dto.js';
import { presentErasure } from './present-erasure.js';

/** For the person alone, signed in: no API token ends an account. */
@ApiTags('Your account')
@Controller('api/v1/me/erasure')
@SignedInAccess()
export class OwnErasureController {
  constructor(private readonly own: OwnErasure) {}

  /** Whether you are to be erased at the institution you act for. */
  @Get()
  @ApiOkResponse({ type: OwnErasureView })
  async readOwnErasure(@CurrentPerson() person: SignedIn): Promise<OwnErasureView> {
    const erasure = await this.own.read(person);
    return { erasure: erasure && presentErasure(erasure) };
  }

  /**
   * Ask to be erased at the institution you act for; your account goes with your last institution. It begins after 14 days, within which you
   * can take it back, and cannot be undone then.
   */
  @Post()
  @ApiCreatedResponse({ type: ErasureView })
  @ApiResponse({ status: 409, description: 'It is asked for already, or nobody else could administer the institution.' })
  @ApiResponse({ status: 422, description: 'The password is wrong.' })
  @ApiResponse({ status: 429, description: 'Too many wrong tries.' })
  async requestOwnErasure(
    @CurrentPerson() person: SignedIn,
    @Body() body: RequestErasureDto,
    @CurrentVisitor() visitor: Visitor,
  ): Promise<ErasureView> {
    return presentErasure(await this.own.request(person, body, visitor));
  }

  /** Take it back, until it begins. */
  @Delete()
  @ApiOkResponse({ type: ErasureView })
  @ApiResponse({ status: 409, description: 'It has begun.' })
  async cancelOwnErasure(@CurrentPerson() person: SignedIn): Promise<ErasureView> {
    return presentErasure(await this.own.cancel(person));
  }
}
