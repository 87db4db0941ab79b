import { Text } from '../../../platform/http/fields.js';
import { PageQuery } from '../../../platform/http/paging.js';

export class TitleSearch extends PageQuery {
  @Text({ max: 200, optional: true, description: 'Letters that occur in the title.' })
  q?: string;
}
