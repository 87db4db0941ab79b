export { CalendarHttpModule } from './calendar.module.js';
