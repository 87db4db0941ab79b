import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { Problem } from '../../../platform/http/problem.js';
import { newId } from '../../../platform/ids.js';
import type { ActivityBody, FileBody, PageBody, VideoBody } from '../domain/activity.js';
import { nameQuizParts, type Unnamed } from '../domain/name-parts.js';
import type { Quiz } from '../domain/quiz.js';
import { embedUrl } from '../domain/video-hosts.js';
import { videoNotAllowed } from '../problems.js';
import { type FileReference, RefuseUnknownFiles } from './refuse-unknown-files.js';

/** A body as an author sends it: parts of a quiz may lack ids, a video's address is what the browser showed. */
export type ActivityBodyWish = PageBody | VideoBody | FileBody | { kind: 'quiz'; quiz: Unnamed<Quiz> };

/** Makes a body fit to be kept: quiz parts named, video address that of its player, files there. */
@Injectable()
export class SettleBody {
  constructor(private readonly refuseUnknownFiles: RefuseUnknownFiles) {}

  async in(tx: Tx, institutionId: string, wish: ActivityBodyWish): Promise<ActivityBody> {
    await this.refuseUnknownFiles.in(tx, institutionId, 'course-asset', filesOf(wish));
    if (wish.kind === 'quiz') return { kind: 'quiz', quiz: nameQuizParts(wish.quiz, newId) };
    if (wish.kind === 'video') return { ...wish, url: playerOf(wish.url) };
    return { ...wish };
  }
}

function filesOf(wish: ActivityBodyWish): FileReference[] {
  if (wish.kind === 'file') return [{ field: 'body.fileId', fileId: wish.fileId }];
  if (wish.kind === 'page')
    return Object.entries(wish.assets).map(([path, fileId]) => ({ field: `body.assets.${path}`, fileId }));
  return [];
}

function playerOf(address: string): string {
  const player = embedUrl(address);
  if (player !== null) return player;
  const detail = 'Use the address of a video on YouTube or Vimeo, starting with https://.';
  throw new Problem(videoNotAllowed, { detail, errors: [{ field: 'body.url', code: 'video_not_allowed', detail }] });
}
