import { BadgeDrawing } from './badge-drawing.entity.js';
import { InstitutionLook } from './institution-look.entity.js';

export const showcaseEntities = [BadgeDrawing, InstitutionLook];
