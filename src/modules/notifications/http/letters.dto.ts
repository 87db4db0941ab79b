import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../../platform/http/fields.js';
import { PLACEHOLDERS, type Placeholder, TEMPLATE_NAMES, type TemplateName } from '../../../platform/letters/catalogue.js';
import { LETTER_LANGUAGES, type LetterLanguage } from '../../../platform/letters/letter-language.js';

export class LetterTextDto {
  @Text({ max: 200, description: 'With placeholders such as {{person.name}}; empty in a part of every letter.' })
  subject: string;

  @Text({
    max: 5_000,
    description:
      'Paragraphs, `- ` lists, `# ` headings, `**bold**`, `*italic*`, `[words](https://…)`, `[words]({{link}})` and placeholders.',
  })
  body: string;
}

export class LetterListItemView {
  @ApiProperty({ enum: TEMPLATE_NAMES, enumName: 'LetterName' })
  letter: TemplateName;

  @ApiProperty({ description: 'Not a letter, but a part of every one.' })
  isPart: boolean;

  @ApiProperty({ description: 'Goes to who wants to hear of it by mail.' })
  isNotice: boolean;

  @ApiProperty({ enum: LETTER_LANGUAGES, isArray: true, description: 'In which languages it has words of your own.' })
  own: LetterLanguage[];
}

export class LetterListView {
  @ApiProperty({ type: [LetterListItemView] })
  items: LetterListItemView[];
}

export class LetterView extends LetterTextDto {
  @ApiProperty({ enum: TEMPLATE_NAMES, enumName: 'LetterName' })
  letter: TemplateName;

  @ApiProperty({ enum: LETTER_LANGUAGES })
  language: LetterLanguage;

  @ApiProperty()
  isPart: boolean;

  @ApiProperty({ description: 'Goes to who wants to hear of it by mail.' })
  isNotice: boolean;

  @ApiProperty({ description: 'These are words of your own.' })
  isOwn: boolean;

  @ApiProperty({ type: LetterTextDto, description: 'Cairn’s own words.' })
  standard: LetterTextDto;

  @ApiProperty({ enum: PLACEHOLDERS, enumName: 'LetterPlaceholder', isArray: true, description: 'What it may say.' })
  holds: Placeholder[];

  @ApiProperty({ enum: PLACEHOLDERS, enumName: 'LetterPlaceholder', isArray: true, description: 'What it may not leave out.' })
  needs: Placeholder[];

  @ApiProperty({ type: 'integer', description: '0 while nobody changed it. Makes the ETag.' })
  version: number;
}

export class LetterVersionView {
  @ApiProperty({ type: 'integer' })
  version: number;

  @ApiProperty({ type: LetterTextDto, nullable: true, description: 'null: Cairn’s own words again.' })
  text: LetterTextDto | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Who wrote it, while they are a member.' })
  changedBy: string | null;

  @ApiProperty({ format: 'date-time' })
  changedAt: string;
}

export class LetterVersionsView {
  @ApiProperty({ type: [LetterVersionView], description: 'The newest first, 50 at most.' })
  items: LetterVersionView[];
}

export class LetterFaultView {
  @ApiProperty({ enum: ['subject', 'body'] })
  field: 'subject' | 'body';

  @ApiProperty({ enum: ['empty', 'unknown_placeholder', 'missing_placeholder', 'unfit_link'] })
  code: 'empty' | 'unknown_placeholder' | 'missing_placeholder' | 'unfit_link';

  @ApiProperty({ type: [String], description: 'What it is about: placeholders or addresses.' })
  names: string[];

  @ApiProperty()
  detail: string;
}

export class LetterPreviewView {
  @ApiProperty()
  subject: string;

  @ApiProperty({ description: 'The plain text.' })
  text: string;

  @ApiProperty({ description: 'What stands in the body of the HTML mail: safe to show.' })
  html: string;

  @ApiProperty({ type: [LetterFaultView], description: 'Why it could not be kept like this.' })
  faults: LetterFaultView[];
}

export class LetterTrialView {
  @ApiProperty({ format: 'email', description: 'Yours.' })
  recipient: string;
}
