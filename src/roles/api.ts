import { Module } from '@nestjs/common';
import { httpModules } from './modules.js';

/** Answers requests. Never runs a job. */
@Module({ imports: httpModules })
export class ApiRole {}
