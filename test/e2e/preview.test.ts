import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publishStudy, type StudyEdition } from '../support/study-world.js';
import { type Riverside, startRiverside } from '../support/worlds.js';

interface Journey {
  state: string;
  progress: { percent: number };
  courses: { state: string; activities: { id: string; title: string; kind: string; state: string }[] }[];
  project: { state: string };
  next: { kind: string } | null;
  can: { learn: boolean };
}
interface Project {
  attemptsLeft: number | null;
  attempts: { verdicts: { verdict: string; points: number; maxPoints: number; ratings: object[] }[] }[];
}

describe('A draft, seen as a learner sees it', () => {
  let world: Riverside;
  let study: StudyEdition;
  beforeAll(async () => {
    world = await startRiverside({ CAIRN_ROLES: 'api' });
    study = await publishStudy(world);
  });
  afterAll(() => world.close());

  const ask = (path: string, standing: string, who = world.ines) =>
    who.browser.get(`/api/v1/micro-credentials/${study.microCredentialId}/preview/${path}?standing=${standing}`);
  const journey = async (standing: string) => (await ask('journey', standing)).json<Journey>();
  const project = async (standing: string) => (await ask('project', standing)).json<Project>();
  const tables = async () => {
    const [row] = await world.rows<{ counted: string }>(
      `select concat_ws(' ', (select count(*) from enrollment), (select count(*) from progress_fact), (select count(*) from quiz_attempt),
                        (select count(*) from attempt), (select count(*) from event), (select count(*) from outbox)) as counted`,
    );
    return row?.counted;
  };

  it('is a way in every state, by the rules that hold for learners', async () => {
    expect(await journey('new')).toMatchObject({
      state: 'active',
      progress: { percent: 0 },
      courses: [{ state: 'open' }, { state: 'locked' }],
      project: { state: 'locked' },
      next: { kind: 'activity' },
      can: { learn: true },
    });
    const halfWay = await journey('half-way');
    expect(halfWay.progress.percent).toBeGreaterThanOrEqual(50);
    expect(halfWay.courses[0]?.activities[0]?.state).toBe('completed');
    expect(await journey('project-left')).toMatchObject({ progress: { percent: 100 }, next: { kind: 'project' } });
    expect(await journey('passed')).toMatchObject({ state: 'completed', project: { state: 'completed' } });
    expect(await journey('expired')).toMatchObject({ state: 'expired', next: null, can: { learn: false } });
  });

  it('shows its pages and quizzes where they are open, and no right answers', async () => {
    const { courses } = await journey('new');
    const [page, , quiz] = courses[0]?.activities ?? [];
    const later = courses[1]?.activities[0];
    expect((await ask(`activities/${page?.id}`, 'new')).json()).toMatchObject({ content: { kind: 'page' } });
    expect((await ask(`activities/${quiz?.id}`, 'new')).json()).toMatchObject({ content: { kind: 'quiz', canStart: true } });
    expect((await ask(`activities/${later?.id}`, 'new')).json()).toMatchObject({ code: 'learning.locked' });
    expect((await ask(`activities/${later?.id}`, 'project-left')).status).toBe(200);
    const attempt = await ask(`activities/${quiz?.id}/quiz-attempt`, 'new');
    expect(attempt.json()).toMatchObject({ state: 'running', can: { save: true, submit: true }, result: null });
    expect(attempt.text).not.toContain('correct');
    expect((await ask(`activities/${page?.id}/quiz-attempt`, 'new')).json()).toMatchObject({ code: 'learning.not_a_quiz' });
  });

  it('shows the project before it, returned and passed', async () => {
    expect((await project('project-left')).attempts).toEqual([]);
    const [returned] = (await project('returned')).attempts;
    expect(returned?.verdicts).toMatchObject([{ verdict: 'returned' }]);
    const [passed] = (await project('passed')).attempts;
    expect(passed?.verdicts[0]?.points).toBe(passed?.verdicts[0]?.maxPoints);
  });

  it('is of the draft as it is now, however little there is of it', async () => {
    const { ines } = world;
    const made = await ines.browser.post('/api/v1/micro-credentials', { title: 'Begun', language: 'en', courseIds: [] });
    const path = `/api/v1/micro-credentials/${made.json<{ id: string }>().id}/preview`;
    expect((await ines.browser.get(`${path}/journey?standing=half-way`)).json()).toMatchObject({
      courses: [],
      edition: { number: 1 },
    });
    expect((await ines.browser.get(`${path}/project?standing=returned`)).json()).toMatchObject({ title: '' });
  });

  it('writes nothing', async () => {
    const before = await tables();
    for (const standing of ['new', 'half-way', 'project-left', 'returned', 'passed', 'expired']) {
      expect((await ask('journey', standing)).status).toBe(200);
      expect((await ask('project', standing)).status).toBe(200);
    }
    expect(await tables()).toBe(before);
  });

  it('is for the authors of its institution', async () => {
    const lars = await world.member('Lars', ['instructor'], world.lakesideId);
    const amara = await world.member('Amara', ['learner']);
    expect((await ask('journey', 'new', lars)).status).toBe(404);
    expect((await ask('journey', 'new', amara)).status).toBe(403);
    expect((await ask('journey', 'nowhere')).status).toBe(400);
  });
});
