import { ApiProperty } from '@nestjs/swagger';
import { Flag, IdList, Moment, OneOf, Text } from '../../../platform/http/fields.js';
import { VISIBILITIES, type Visibility } from '../domain/visibility.js';

export class VisibilityDto {
  @OneOf(VISIBILITIES, {
    description:
      'public: search engines may find it, and it may stand in your portfolio. link: whoever has its address. private: nobody but who has a share link. A file that somebody holds stays verifiable.',
  })
  visibility: Visibility;
}

export class CreateShareLinkDto {
  @Text({ min: 1, max: 200, description: 'For whom it is; you alone see it.' })
  label: string;

  @Moment({ description: 'At most 366 days ahead.' })
  expiresAt: string;
}

export class ShareLinkView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  label: string;

  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  revokedAt: string | null;
}

export class CreatedShareLinkView extends ShareLinkView {
  @ApiProperty({ description: 'Answered now and never again.' })
  url: string;
}

export class ShareLinksView {
  @ApiProperty({ type: [ShareLinkView], description: 'Newest first.' })
  items: ShareLinkView[];
}

export class DailyViewsView {
  @ApiProperty({ format: 'date', description: 'In UTC.' })
  day: string;

  @ApiProperty({ description: 'page, or the id of a share link.' })
  way: string;

  @ApiProperty({ type: 'integer' })
  views: number;
}

export class CredentialViewsView {
  @ApiProperty({ type: [DailyViewsView], description: 'Of the last 90 days, newest first. Who looked is not known.' })
  items: DailyViewsView[];
}

export class EvidenceView {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty()
  name: string;

  @ApiProperty({ description: 'As the badge names it.' })
  url: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  withdrawnAt: string | null;
}

export class EvidenceListView {
  @ApiProperty({ type: [EvidenceView] })
  items: EvidenceView[];
}

export class PortfolioDto {
  @Text({ max: 200 })
  title: string;

  @Text({ max: 2_000 })
  introduction: string;

  @Flag({ description: 'Your name on the page.' })
  showName: boolean;

  @Flag({ description: 'Off: nobody sees the page.' })
  published: boolean;

  @IdList({ maxItems: 200, description: 'Your badges in the order you like. Only public ones that stand are shown.' })
  credentialIds: string[];
}

export class PortfolioView extends PortfolioDto {
  @ApiProperty({ type: 'string', nullable: true, description: 'Where it is; null until it is saved for the first time.' })
  url: string | null;

  @ApiProperty({ type: 'integer' })
  version: number;
}
