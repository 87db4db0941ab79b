import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { AccessRule } from '../../src/platform/http/access.js';
import { projectFile } from '../../src/platform/project-file.js';
import type { Exchange } from './inject-transport.js';

type Schema = Record<string, unknown>;
type Content = Record<string, { schema?: Schema }>;

/** One operation of the committed openapi.json. */
export interface Operation {
  operationId: string;
  method: string;
  /** As in OpenAPI: `/api/v1/courses/{id}`. */
  path: string;
  access: AccessRule;
  requestBody: Content;
  responses: Record<string, { content?: Content }>;
}

interface OpenApi {
  paths: Record<string, Record<string, RawOperation>>;
  components: { schemas: Record<string, Schema> };
}

interface RawOperation {
  operationId: string;
  'x-cairn-access': AccessRule;
  requestBody?: { content: Content };
  responses: Operation['responses'];
}

const PROBLEM: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string', pattern: '^/problems/' },
    title: { type: 'string', minLength: 1 },
    status: { type: 'integer', minimum: 400, maximum: 599 },
    code: { type: 'string', pattern: '^[a-z_]+\\.[a-z_]+$' },
    detail: { type: 'string', minLength: 1 },
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['field', 'code', 'detail'],
        properties: {
          field: { type: 'string' },
          code: { type: 'string', minLength: 1 },
          detail: { type: 'string', minLength: 1 },
        },
      },
    },
    facts: { type: 'object' },
    requestId: { type: 'string', format: 'uuid' },
  },
};

/** The committed openapi.json, taken at its word: an answer may hold the declared fields and no others. */
export class DescribedApi {
  readonly operations: readonly Operation[];
  private readonly ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
  private readonly schemas: Record<string, Schema>;
  private readonly validators = new Map<string, ValidateFunction>();
  private readonly problem: ValidateFunction;

  constructor() {
    const document = JSON.parse(readFileSync(projectFile('openapi.json'), 'utf8')) as OpenApi;
    this.schemas = document.components.schemas;
    this.operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, raw]) => ({
        operationId: raw.operationId,
        method: method.toUpperCase(),
        path,
        access: raw['x-cairn-access'],
        requestBody: raw.requestBody?.content ?? {},
        responses: raw.responses,
      })),
    );
    addFormats.default(this.ajv, { keywords: false });
    this.ajv.addVocabulary(['discriminator', 'example', 'components']);
    this.ajv.addFormat('binary', true);
    this.ajv.addSchema({ $id: 'cairn', components: closed(document.components) as Schema });
    this.problem = this.ajv.compile(PROBLEM);
  }

  /** The operation that a request reaches: literal steps win over parameters, as in the router. */
  operationOf(method: string, url: string): Operation | undefined {
    const path = url.split('?')[0] ?? '';
    return this.operations
      .filter((operation) => operation.method === method && covers(operation.path, path))
      .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
  }

  named(operationId: string): Operation {
    const operation = this.operations.find((one) => one.operationId === operationId);
    if (!operation) throw new Error(`openapi.json has no operation ${operationId}`);
    return operation;
  }

  /** The names that the JSON body of an operation may hold. */
  bodyFields({ requestBody }: Operation): string[] {
    const reference = requestBody['application/json']?.schema?.['$ref'];
    const schema = this.schemas[String(reference).split('/').at(-1) ?? ''];
    return Object.keys(schema?.['properties'] ?? {});
  }

  /** What is wrong with an answer, by the description of its operation; nothing for pages, which are not described. */
  faults({ request, answer }: Exchange): string[] {
    const where = `${request.method} ${request.path} ${answer.status}`;
    const operation = this.operationOf(request.method, request.path);
    if (!operation) return request.path.startsWith('/api/v1/') ? [`${where}: openapi.json has no such operation`] : [];
    const mediaType = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
    const declared = operation.responses[String(answer.status)];
    // Protocols of others declare how they refuse; everything else refuses with a problem.
    if (answer.status >= 400 && !(declared?.content && mediaType in declared.content))
      return this.problemFaults(answer.body, answer.status, mediaType).map((fault) => `${where}: ${fault}`);
    if (!declared) return [`${where}: the status is not declared`];
    return this.bodyFaults(operation, answer, declared.content ?? {}, mediaType).map((fault) => `${where}: ${fault}`);
  }

  private problemFaults(body: string, status: number, mediaType: string): string[] {
    if (mediaType !== 'application/problem+json') return [`a refusal of type ${mediaType}`];
    const problem = JSON.parse(body) as { status?: unknown };
    return problem.status === status ? this.check(this.problem, problem) : [`the body says status ${String(problem.status)}`];
  }

  private bodyFaults(operation: Operation, answer: Exchange['answer'], content: Content, mediaType: string): string[] {
    if (Object.keys(content).length === 0) return answer.body === '' ? [] : ['a body, and none is declared'];
    const declared = content[mediaType] ?? content['*/*'];
    if (!declared?.schema) return [`${mediaType} is not declared`];
    if (!mediaType.endsWith('json')) return [];
    const key = `${operation.operationId} ${answer.status} ${mediaType}`;
    const validate = this.validators.get(key) ?? this.ajv.compile(closed(rooted(declared.schema)) as Schema);
    this.validators.set(key, validate);
    return this.check(validate, JSON.parse(answer.body));
  }

  private check(validate: ValidateFunction, value: unknown): string[] {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`,
    );
  }
}

/** A fixed length of path steps, of which those in braces may be anything. */
function covers(template: string, path: string): boolean {
  const [wanted, given] = [template.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((step, index) => step.startsWith('{') || step === given[index]);
}

/** Objects may hold their declared fields only, unless they say otherwise. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return 'properties' in schema && !('additionalProperties' in schema) && isSchema(schema)
    ? { ...copy, additionalProperties: false }
    : copy;
}

function isSchema(value: object): boolean {
  return 'type' in value && value.type === 'object';
}

/** References of an operation, as seen from outside the document. */
function rooted(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"cairn#/components/')) as Schema;
}
