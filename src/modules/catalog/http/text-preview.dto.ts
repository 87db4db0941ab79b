import { Id, Text } from '../../../platform/http/fields.js';
import { FileIdByPath } from './record-fields.js';

export class TextPreviewDto {
  @Text({ max: 200_000, description: 'Markdown in the dialect of the author guide.' })
  markdown: string;

  @FileIdByPath({ maxEntries: 300, description: 'Pictures and files by path; empty for a text that holds none.' })
  assets: Record<string, string>;

  @Id({ nullable: true, description: 'The page that it is the text of, whose course its links lead into.' })
  activityId: string | null;
}
