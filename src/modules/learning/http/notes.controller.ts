import { Body, Controller, Get, Header, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { IdParam } from '../../../platform/http/id-param.js';
import { type Page, page, PageOf } from '../../../platform/http/paging.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { notesDocument } from '../domain/notes-document.js';
import { KeepNote } from '../use-cases/keep-note.js';
import { ReadNotes } from '../use-cases/read-notes.js';
import { KeepNoteDto, NotesQueryDto, NoteView, PlacedNoteView } from './notes.dto.js';
import { presentNote, presentPlacedNote } from './present-note.js';

@ApiTags('Learning')
@Controller('api/v1')
export class NotesController {
  constructor(
    private readonly keepNote: KeepNote,
    private readonly readNotes: ReadNotes,
  ) {}

  /** Your own note beside an activity. Nobody else reads it. */
  @Get('enrollments/:id/activities/:activityId/note')
  @RoleAccess('learning:read', 'learner')
  @ApiOkResponse({ type: NoteView })
  async getNote(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('activityId') activityId: string,
  ): Promise<NoteView> {
    return presentNote(await this.keepNote.read(actor, id, activityId));
  }

  /** Keep it. */
  @Put('enrollments/:id/activities/:activityId/note')
  @RoleAccess('learning:write', 'learner')
  @IfMatch()
  @ApiOkResponse({ type: NoteView })
  async keepNoteOfActivity(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @IdParam('activityId') activityId: string,
    @Body() { text }: KeepNoteDto,
    @ExpectedVersion() version: number,
  ): Promise<NoteView> {
    return presentNote(await this.keepNote.write(actor, id, activityId, text, version));
  }

  /** All your notes, the newest first. */
  @Get('me/notes')
  @RoleAccess('learning:read', 'learner')
  @ApiOkResponse({ type: PageOf(PlacedNoteView) })
  async listMyNotes(
    @CurrentActor() actor: Actor,
    @Query() { q = '', cursor, limit }: NotesQueryDto,
  ): Promise<Page<PlacedNoteView>> {
    const notes = await this.readNotes.list(actor, { words: q, cursor, limit });
    return page(notes, limit, ({ updatedAt: at, activityId: id }) => ({ at, id }), presentPlacedNote);
  }

  /** All your notes as one Markdown file. */
  @Get('me/notes.md')
  @RoleAccess('learning:read', 'learner')
  @Header('content-type', 'text/markdown; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="notes.md"')
  @Header('cache-control', 'no-store')
  @ApiProduces('text/markdown')
  @ApiOkResponse({ content: { 'text/markdown': { schema: { type: 'string' } } } })
  async downloadMyNotes(@CurrentActor() actor: Actor): Promise<string> {
    return notesDocument(await this.readNotes.all(actor));
  }
}
