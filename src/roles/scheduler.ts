import { Module } from '@nestjs/common';
import { SchedulerModule } from '../platform/scheduler/scheduler.module.js';
import { duties } from './duties.js';

/** Keeps the timetable: one process at a time, whoever holds the lock. */
@Module({ imports: [SchedulerModule.with(duties)] })
export class SchedulerRole {}
