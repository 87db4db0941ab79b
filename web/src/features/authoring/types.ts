import type { View } from '../../api/client';

/** A value of the API whose parts all have ids: what the server keeps always has them, and what is added here is named at once. */
type Named<Value> = Value extends readonly (infer Item)[]
  ? Named<Item>[]
  : Value extends object
    ? 'id' extends keyof Value
      ? { id: string } & { [Key in Exclude<keyof Value, 'id'>]: Named<Value[Key]> }
      : { [Key in keyof Value]: Named<Value[Key]> }
    : Value;

export type PageBody = View<'PageBodyDto'>;
export type VideoBody = View<'VideoBodyDto'>;
export type FileBody = View<'FileBodyDto'>;
export type QuizBody = Named<View<'QuizBodyDto'>>;
export type ActivityBody = PageBody | VideoBody | FileBody | QuizBody;

export type Quiz = QuizBody['quiz'];
export type Pool = Quiz['pools'][number];
export type Question = Pool['questions'][number];
export type QuestionType = Question['type'];
export type QuestionOf<Type extends QuestionType> = Extract<Question, { type: Type }>;

export type Project = View<'ProjectDto'>;
export type Rubric = Named<View<'RubricDto'>>;
export type Criterion = Rubric['criteria'][number];
export type Rating = Criterion['ratings'][number];
export type Marking = View<'MarkingDto'>;

export interface ActivityDraft {
  title: string;
  minutes: number;
  required: boolean;
  body: ActivityBody;
}

export interface ProjectDraft {
  project: Project | null;
  rubric: Rubric | null;
  marking: Marking;
}

/** Names a new part; answers, ratings and changes of it hang on this for good. */
export const newPartId = (): string => crypto.randomUUID();
