import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/index.js';
import { PeopleModule } from '../people/index.js';
import { LetterTemplatesRepository } from './data/letter-templates.repository.js';
import { NearDeadlinesRepository } from './data/near-deadlines.repository.js';
import { NoticesRepository } from './data/notices.repository.js';
import { LettersController } from './http/letters.controller.js';
import { NoticesController } from './http/notices.controller.js';
import { ChangeLetter } from './use-cases/change-letter.js';
import { ChooseNotices } from './use-cases/choose-notices.js';
import { OwnNotices } from './use-cases/own-notices.js';
import { ReadLetters } from './use-cases/read-letters.js';
import { TellDeadlines } from './use-cases/tell-deadlines.js';
import { TryLetter } from './use-cases/try-letter.js';

/** What the scheduler does. What happens elsewhere is told there, by `notify`. */
@Module({ providers: [NearDeadlinesRepository, TellDeadlines], exports: [TellDeadlines] })
export class NotificationsModule {}

@Module({
  imports: [NotificationsModule, InstitutionsModule, PeopleModule],
  providers: [NoticesRepository, OwnNotices, ChooseNotices, LetterTemplatesRepository, ReadLetters, ChangeLetter, TryLetter],
  controllers: [NoticesController, LettersController],
})
export class NotificationsHttpModule {}
