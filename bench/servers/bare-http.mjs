// The least a Node server can be: what every start is compared with.
import { createServer } from 'node:http';

createServer((_request, response) => response.end('ready')).listen(Number(process.env.PORT), '127.0.0.1');
