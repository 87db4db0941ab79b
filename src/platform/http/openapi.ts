import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI 3.1 description of every route under /api/v1 and of the public documents; committed as openapi.json. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Cairn')
    .setDescription('Micro-credentials: author, enrol, learn, assess, issue, verify.')
    .setVersion('1')
    .addApiKey({ type: 'apiKey', in: 'cookie', name: 'cairn' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An access token of a connected service.' }, 'service')
    .build();
  return SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_controller, method) => method,
  });
}
