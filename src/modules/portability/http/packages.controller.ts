import { applyDecorators, Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { ExportPackage, type ExportedPackage } from '../use-cases/export-package.js';

const ZIP = 'application/zip';

/** Right answers are in it. */
const AuthorsZip = () =>
  applyDecorators(
    RoleAccess('catalog:read', 'instructor', 'admin'),
    Header('cache-control', 'private, no-store'),
    ApiOkResponse({ content: { [ZIP]: { schema: { type: 'string', format: 'binary' } } } }),
  );

@ApiTags('Imports')
@Controller('api/v1')
export class PackagesController {
  constructor(private readonly exportPackage: ExportPackage) {}

  /** The draft and its courses as a zip of Markdown and YAML, in the format that imports read. An archive that breaks off is not whole. */
  @Get('micro-credentials/:id/package')
  @AuthorsZip()
  async exportMicroCredential(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return asDownload(await this.exportPackage.draft(actor, id));
  }

  /** A published edition as such a zip: the same bytes each time. */
  @Get('editions/:id/package')
  @AuthorsZip()
  async exportEdition(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return asDownload(await this.exportPackage.edition(actor, id));
  }

  /** One course as such a zip. */
  @Get('courses/:id/package')
  @AuthorsZip()
  async exportCourse(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    return asDownload(await this.exportPackage.course(actor, id));
  }
}

function asDownload({ name, archive }: ExportedPackage): StreamableFile {
  return new StreamableFile(archive, { type: ZIP, disposition: `attachment; filename="${name}"` });
}
