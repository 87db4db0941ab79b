import { BadgeDrawing } from './badge-drawing.entity.js';
import { BadgeLetterSetting } from './badge-letter-setting.entity.js';
import { InstitutionLook } from './institution-look.entity.js';

export const showcaseEntities = [BadgeDrawing, BadgeLetterSetting, InstitutionLook];
