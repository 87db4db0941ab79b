import { isDate } from './content-items.js';
import type { Addresses } from './addresses.js';
import { bodyOf, type LineItems } from './line-items.js';
import type { Grade, LineItem } from './model.js';
import { demandAccept, demandContentType, linkHeader, pageOf } from './pages-of-lists.js';
import { type Exchange, jsonReply, type Reply, type Route } from './server.js';
import { insist, isRecord, Refusal, type Site, textOf } from './site.js';
import { type Claims, mediaTypes, scopes } from './words.js';

const ACTIVITY = ['Initialized', 'Started', 'InProgress', 'Submitted', 'Completed'];
const GRADING = ['FullyGraded', 'Pending', 'PendingManual', 'Failed', 'NotReady'];
const SECOND_MS = 1000;
const RESULTS_ON_A_PAGE = 100;

/** Scores that tools post and results that they read back (AGS 2.0 §3.3, §3.4). */
export class Scores {
  constructor(
    private readonly site: Site,
    private readonly items: LineItems,
    private readonly addresses: Addresses,
  ) {}

  readonly routes: Route[] = [
    {
      endpoint: 'scores',
      methods: ['POST'],
      path: '/services/:course/lineitems/:item/lineitem/scores',
      answer: (exchange) => this.post(exchange),
    },
    {
      endpoint: 'results',
      methods: ['GET'],
      path: '/services/:course/lineitems/:item/lineitem/results',
      answer: (exchange) => this.results(exchange),
    },
  ];

  private post(exchange: Exchange): Reply {
    const item = this.items.find(exchange, scopes.score);
    demandContentType(exchange, mediaTypes.score, this.site.profile.exactMediaTypes);
    const score = bodyOf(exchange, 'score');
    this.checkShape(score);
    const personId = String(score['userId']);
    this.demandGradable(item, personId);
    const last = item.grades.get(personId);
    const timestamp = this.timeOf(score, last);
    item.grades.set(personId, {
      points: this.pointsAfter(item, score, last),
      comment: typeof score['comment'] === 'string' ? score['comment'] : null,
      timestamp,
      activityProgress: String(score['activityProgress']),
      gradingProgress: String(score['gradingProgress']),
    });
    const { reply } = this.site.profile.scores;
    if (reply === 'result') return jsonReply({ resultUrl: this.addresses.results(item, personId) });
    return { status: reply === 'empty' ? 200 : 204 };
  }

  private checkShape(score: Claims): void {
    const { scoreGiven, scoreMaximum, timestamp, submission } = score;
    const { profile } = this.site;
    const submitted = isRecord(submission)
      ? [submission['startedAt'], submission['submittedAt']].filter((value) => value !== undefined)
      : [];
    const points = typeof scoreGiven === 'number' && Number.isFinite(scoreGiven) && scoreGiven >= 0;
    insist([
      ['score/user', typeof score['userId'] === 'string' && score['userId'] !== '', '`userId` has to be a text.'],
      ['score/timestamp', isDate(timestamp), '`timestamp` has to be ISO 8601 with a zone.'],
      ['score/sub-seconds', !profile.scores.subSeconds || /\.\d+/.test(String(timestamp)), '`timestamp` needs parts of seconds.'],
      [
        'score/ahead',
        Date.parse(String(timestamp)) <= this.site.now() + profile.scores.ahead,
        '`timestamp` lies too far in the future.',
      ],
      [
        'score/activity',
        ACTIVITY.includes(String(score['activityProgress'])),
        `\`activityProgress\` is one of ${ACTIVITY.join(', ')}.`,
      ],
      [
        'score/grading',
        GRADING.includes(String(score['gradingProgress'])),
        `\`gradingProgress\` is one of ${GRADING.join(', ')}.`,
      ],
      ['score/given', scoreGiven === undefined || points, '`scoreGiven` has to be a number from 0.'],
      [
        'score/maximum',
        scoreGiven === undefined || (typeof scoreMaximum === 'number' && scoreMaximum > 0),
        '`scoreGiven` needs a `scoreMaximum` above 0.',
      ],
      ['score/comment', score['comment'] === undefined || typeof score['comment'] === 'string', '`comment` has to be a text.'],
      [
        'score/submission',
        submission === undefined || (isRecord(submission) && submitted.every(isDate)),
        '`submission` has dates with a zone.',
      ],
      [
        'score/submission-order',
        submitted.length < 2 || Date.parse(textOf(submitted[0])) <= Date.parse(textOf(submitted[1])),
        'It was handed in before it was started.',
      ],
    ]);
  }

  private demandGradable({ course }: LineItem, personId: string): void {
    const member = course.members.get(personId);
    const gradable = member?.status === 'Active' && member.roles.includes('Learner');
    if (!gradable)
      throw new Refusal(this.site.profile.scores.ungradable, 'score/ungradable', `${personId} cannot be graded in this course.`);
  }

  /** AGS 2.0 §3.4.4: a score that is not newer than the last is refused. */
  private timeOf({ timestamp }: Claims, last: Grade | undefined): number {
    const { later } = this.site.profile.scores;
    const exact = Date.parse(String(timestamp));
    const time = later === 'by whole seconds' ? Math.floor(exact / SECOND_MS) * SECOND_MS : exact;
    if (last && later !== 'any' && time <= last.timestamp) {
      throw new Refusal(409, 'score/not-later', 'A score with this time or a later one is here already.');
    }
    return time;
  }

  private pointsAfter({ scoreMaximum: most }: LineItem, score: Claims, last: Grade | undefined): number | null {
    const { without, partial } = this.site.profile.scores;
    const kept = last?.points ?? null;
    if (score['scoreGiven'] === undefined) return without === 'clears' ? null : kept;
    const points = ((score['scoreGiven'] as number) / (score['scoreMaximum'] as number)) * most;
    if (score['gradingProgress'] === 'FullyGraded' || partial === 'counts') return points;
    return partial === 'clears' ? null : kept;
  }

  private results(exchange: Exchange): Reply {
    const item = this.items.find(exchange, scopes.result);
    demandAccept(exchange, mediaTypes.results, this.site.profile.exactMediaTypes);
    const wanted = exchange.url.searchParams.get('user_id');
    const graded = [...item.grades].filter(([id, { points }]) => (wanted === null || wanted === id) && points !== null);
    const { page, next } = pageOf(exchange, graded, RESULTS_ON_A_PAGE);
    const results = page.map(([id, { points, comment }]) => ({
      id: this.addresses.results(item, id),
      scoreOf: this.addresses.lineItem(item),
      userId: id,
      resultScore: points,
      resultMaximum: item.scoreMaximum,
      ...(comment === null ? {} : { comment }),
    }));
    return jsonReply(results, { type: mediaTypes.results, headers: linkHeader({ next }) });
  }
}
