export { exchangeEntities } from './data/entities.js';
export { ExchangeHttpModule } from './exchange.module.js';
