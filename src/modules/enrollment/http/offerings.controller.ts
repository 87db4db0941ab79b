import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseEnumPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { CLOCK, type Clock } from '../../../platform/clock.js';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { Idempotent, IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { page, PageOf } from '../../../platform/http/paging.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { STAFF_ROLES, type StaffRole } from '../domain/staff-role.js';
import { ArrangeStaff } from '../use-cases/arrange-staff.js';
import { CancelOffering } from '../use-cases/cancel-offering.js';
import { ChangeOffering } from '../use-cases/change-offering.js';
import { CreateOffering } from '../use-cases/create-offering.js';
import { ReadAdmission } from '../use-cases/read-admission.js';
import { ReadOfferingCalendar } from '../use-cases/read-offering-calendar.js';
import { ReadOfferings } from '../use-cases/read-offerings.js';
import { AdmissionView } from './admission.dto.js';
import { OfferingQuery } from './enrollment.dto.js';
import { OfferingCalendarView, OfferingMonthQuery } from './offering-calendar.dto.js';
import { AddStaffDto, ChangeOfferingDto, CreateOfferingDto, OfferingView, StaffView } from './offering.dto.js';
import { presentAdmission } from './present-admission.js';
import { presentOfferingCalendar } from './present-offering-calendar.js';
import { presentOffering } from './present-offering.js';
import { readNewOffering, readOfferingChanges } from './read-offering.js';

const OfferingPage = PageOf(OfferingView);

@ApiTags('Offerings')
@Controller('api/v1/offerings')
export class OfferingsController {
  constructor(
    private readonly readOfferings: ReadOfferings,
    private readonly readAdmission: ReadAdmission,
    private readonly readCalendar: ReadOfferingCalendar,
    private readonly create: CreateOffering,
    private readonly change: ChangeOffering,
    private readonly cancel: CancelOffering,
    private readonly arrangeStaff: ArrangeStaff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Open a run of an edition. */
  @Post()
  @RoleAccess('enrollment:write', 'office', 'admin')
  @Idempotent()
  @ApiCreatedResponse({ type: OfferingView })
  async createOffering(@CurrentActor() actor: Actor, @Body() body: CreateOfferingDto): Promise<OfferingView> {
    return presentOffering(await this.create.run(actor, readNewOffering(body)), actor, this.clock.now());
  }

  /** Offerings, newest first. Learners see those they could enrol in. */
  @Get()
  @RoleAccess('enrollment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: OfferingPage })
  async listOfferings(@CurrentActor() actor: Actor, @Query() query: OfferingQuery): Promise<InstanceType<typeof OfferingPage>> {
    const rows = await this.readOfferings.list(actor, query);
    return page(
      rows,
      query.limit,
      ({ createdAt, id }) => ({ at: createdAt, id }),
      (offering) => presentOffering(offering, actor, this.clock.now()),
    );
  }

  /** What begins, ends, opens and closes in the weeks of a month, and how full it is. */
  @Get('calendar')
  @RoleAccess('enrollment:read', 'office', 'admin')
  @ApiOkResponse({ type: OfferingCalendarView })
  async getOfferingCalendar(
    @CurrentActor() actor: Actor,
    @Query() { month, ...filter }: OfferingMonthQuery,
  ): Promise<OfferingCalendarView> {
    return presentOfferingCalendar(await this.readCalendar.run(actor, month, filter));
  }

  /** One offering. */
  @Get(':id')
  @RoleAccess('enrollment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: OfferingView })
  async getOffering(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OfferingView> {
    return presentOffering(await this.readOfferings.one(actor, id), actor, this.clock.now());
  }

  /** What the offering is, and whether you would get a place in it now. */
  @Get(':id/admission')
  @RoleAccess('enrollment:read', 'learner', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: AdmissionView })
  async getAdmission(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AdmissionView> {
    return presentAdmission(await this.readAdmission.run(actor, id));
  }

  /** Change dates, seats and rules. */
  @Patch(':id')
  @RoleAccess('enrollment:write', 'office', 'admin')
  @IfMatch()
  @ApiOkResponse({ type: OfferingView })
  async changeOffering(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @ExpectedVersion() version: number,
    @Body() body: ChangeOfferingDto,
  ): Promise<OfferingView> {
    return presentOffering(await this.change.run(actor, id, version, readOfferingChanges(body)), actor, this.clock.now());
  }

  /** Call it off, while nobody has a place in it. */
  @Post(':id/cancellation')
  @RoleAccess('enrollment:write', 'office', 'admin')
  @ApiCreatedResponse({ type: OfferingView })
  async cancelOffering(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<OfferingView> {
    return presentOffering(await this.cancel.run(actor, id), actor, this.clock.now());
  }

  /** Who teaches and assesses it. */
  @Get(':id/staff')
  @RoleAccess('enrollment:read', 'instructor', 'assessor', 'office', 'admin')
  @ApiOkResponse({ type: StaffView })
  async listOfferingStaff(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StaffView> {
    return { items: await this.arrangeStaff.list(actor, id) };
  }

  /** Add an instructor or assessor. */
  @Post(':id/staff')
  @RoleAccess('enrollment:write', 'office', 'admin')
  @ApiCreatedResponse({ type: StaffView })
  async addOfferingStaff(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: AddStaffDto): Promise<StaffView> {
    return { items: await this.arrangeStaff.add(actor, id, body.personId, body.role) };
  }

  /** Take somebody off the staff. */
  @Delete(':id/staff/:personId/:role')
  @HttpCode(204)
  @RoleAccess('enrollment:write', 'office', 'admin')
  @ApiParam({ name: 'role', enum: STAFF_ROLES })
  @ApiNoContentResponse()
  async removeOfferingStaff(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('personId') personId: string,
    @Param('role', new ParseEnumPipe(Object.fromEntries(STAFF_ROLES.map((role) => [role, role])))) role: StaffRole,
  ): Promise<void> {
    await this.arrangeStaff.remove(actor, id, personId, role);
  }
}
