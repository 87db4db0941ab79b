import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

const API_TOKEN = [
  'An API token of a person. Each route names the scope that it has to have in `x-cairn-access`; `write` does not include `read`.',
  'A resumable upload is opened and taken with the scope of what it is for, and its bytes are sent with `files:write`.',
].join(' ');

/** The OpenAPI 3.1 description of every route under /api/v1 and of the public documents; committed as openapi.json. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Cairn')
    .setDescription('Micro-credentials: author, enrol, learn, assess, issue, verify.')
    .setVersion('1')
    .addApiKey({ type: 'apiKey', in: 'cookie', name: 'cairn' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'opaque', description: API_TOKEN }, 'token')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token of a connected service.' }, 'service')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
  });
}
