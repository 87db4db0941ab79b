import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, RoleAccess } from '../../../platform/http/access.js';
import { IfMatch } from '../../../platform/http/api.js';
import { ExpectedVersion } from '../../../platform/http/versions.js';
import { TEMPLATE_NAMES, type TemplateName } from '../../../platform/letters/catalogue.js';
import { LETTER_LANGUAGES, type LetterLanguage } from '../../../platform/letters/letter-language.js';
import { ChangeLetter } from '../use-cases/change-letter.js';
import { ReadLetters } from '../use-cases/read-letters.js';
import { TryLetter } from '../use-cases/try-letter.js';
import { LanguageParam, LetterParam } from './known-letter.js';
import {
  LetterListView,
  LetterPreviewView,
  LetterTextDto,
  LetterTrialView,
  LetterVersionsView,
  LetterView,
} from './letters.dto.js';
import { presentLetter, presentListed, presentPreview, presentVersion } from './present-letter.js';

@ApiTags('Letters')
@Controller('api/v1/institution/letters')
export class LettersController {
  constructor(
    private readonly letters: ReadLetters,
    private readonly changeLetter: ChangeLetter,
    private readonly tryLetter: TryLetter,
  ) {}

  /** All that is written to people, and what stands in every letter. */
  @Get()
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiOkResponse({ type: LetterListView })
  async listLetters(@CurrentActor() actor: Actor): Promise<LetterListView> {
    return { items: (await this.letters.list(actor)).map(presentListed) };
  }

  /** The words of a letter in a language. */
  @Get(':letter/:language')
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiParam({ name: 'letter', enum: TEMPLATE_NAMES })
  @ApiParam({ name: 'language', enum: LETTER_LANGUAGES })
  @ApiOkResponse({ type: LetterView })
  async getLetter(
    @CurrentActor() actor: Actor,
    @LetterParam() letter: TemplateName,
    @LanguageParam() language: LetterLanguage,
  ): Promise<LetterView> {
    return presentLetter(await this.letters.one(actor, { letter, language }));
  }

  /** Write it in your own words, for letters from now on. */
  @Put(':letter/:language')
  @RoleAccess('institution:write', 'office', 'admin')
  @IfMatch()
  @ApiParam({ name: 'letter', enum: TEMPLATE_NAMES })
  @ApiParam({ name: 'language', enum: LETTER_LANGUAGES })
  @ApiOkResponse({ type: LetterView })
  async rewordLetter(
    @CurrentActor() actor: Actor,
    @LetterParam() letter: TemplateName,
    @LanguageParam() language: LetterLanguage,
    @ExpectedVersion() expected: number,
    @Body() { subject, body }: LetterTextDto,
  ): Promise<LetterView> {
    return presentLetter(await this.changeLetter.run(actor, { letter, language }, expected, { subject, body }));
  }

  /** Go back to Cairn’s own words. What you wrote stays among the versions. */
  @Delete(':letter/:language')
  @RoleAccess('institution:write', 'office', 'admin')
  @IfMatch()
  @ApiParam({ name: 'letter', enum: TEMPLATE_NAMES })
  @ApiParam({ name: 'language', enum: LETTER_LANGUAGES })
  @ApiOkResponse({ type: LetterView })
  async restoreLetter(
    @CurrentActor() actor: Actor,
    @LetterParam() letter: TemplateName,
    @LanguageParam() language: LetterLanguage,
    @ExpectedVersion() expected: number,
  ): Promise<LetterView> {
    return presentLetter(await this.changeLetter.run(actor, { letter, language }, expected, null));
  }

  /** What it said before. */
  @Get(':letter/:language/versions')
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiParam({ name: 'letter', enum: TEMPLATE_NAMES })
  @ApiParam({ name: 'language', enum: LETTER_LANGUAGES })
  @ApiOkResponse({ type: LetterVersionsView })
  async listLetterVersions(
    @CurrentActor() actor: Actor,
    @LetterParam() letter: TemplateName,
    @LanguageParam() language: LetterLanguage,
  ): Promise<LetterVersionsView> {
    return { items: (await this.letters.versions(actor, { letter, language })).map(presentVersion) };
  }

  /** What it would look like with these words, about things that are made up. */
  @Post(':letter/:language/previews')
  @HttpCode(200)
  @RoleAccess('institution:read', 'office', 'admin')
  @ApiParam({ name: 'letter', enum: TEMPLATE_NAMES })
  @ApiParam({ name: 'language', enum: LETTER_LANGUAGES })
  @ApiOkResponse({ type: LetterPreviewView })
  async previewLetter(
    @CurrentActor() actor: Actor,
    @LetterParam() letter: TemplateName,
    @LanguageParam() language: LetterLanguage,
    @Body() { subject, body }: LetterTextDto,
  ): Promise<LetterPreviewView> {
    return presentPreview(await this.tryLetter.look(actor, { letter, language }, { subject, body }));
  }

  /** Send it to yourself with these words, kept or not. */
  @Post(':letter/:language/trials')
  @HttpCode(202)
  @RoleAccess('institution:write', 'office', 'admin')
  @ApiParam({ name: 'letter', enum: TEMPLATE_NAMES })
  @ApiParam({ name: 'language', enum: LETTER_LANGUAGES })
  @ApiAcceptedResponse({ type: LetterTrialView })
  async tryLetterOut(
    @CurrentActor() actor: Actor,
    @LetterParam() letter: TemplateName,
    @LanguageParam() language: LetterLanguage,
    @Body() { subject, body }: LetterTextDto,
  ): Promise<LetterTrialView> {
    return { recipient: await this.tryLetter.send(actor, { letter, language }, { subject, body }) };
  }
}
