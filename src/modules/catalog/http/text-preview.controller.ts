import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { PreviewText } from '../use-cases/preview-text.js';
import { PagePreviewView } from './activity.dto.js';
import { TextPreviewDto } from './text-preview.dto.js';

@ApiTags('Courses')
@Controller('api/v1/text-previews')
export class TextPreviewController {
  constructor(private readonly preview: PreviewText) {}

  /** A text that is not saved yet as learners would see it, and the pictures that are missing. Nothing is kept. */
  @Post()
  @HttpCode(200)
  @RoleAccess('catalog:read', 'instructor', 'office', 'admin')
  @ApiOkResponse({ type: PagePreviewView })
  async previewText(@CurrentActor() actor: Actor, @Body() body: TextPreviewDto): Promise<PagePreviewView> {
    return this.preview.run(actor, body);
  }
}
