import { OneOf } from '../../../platform/http/fields.js';
import { PREVIEW_STANDINGS, type PreviewStanding } from '../domain/preview.js';

export class PreviewQuery {
  @OneOf(PREVIEW_STANDINGS, { description: 'Where the made-up learner stands.' })
  standing: PreviewStanding;
}
