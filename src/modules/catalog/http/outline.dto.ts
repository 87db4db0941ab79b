import { ApiProperty } from '@nestjs/swagger';
import { ActivitySummaryView } from './activity.dto.js';
import { CourseView } from './course.dto.js';

export class OutlineCourseView extends CourseView {
  @ApiProperty({ type: [ActivitySummaryView], description: 'In their order.' })
  activities: ActivitySummaryView[];

  @ApiProperty({ type: 'integer', description: 'Other micro-credentials that hold this course and change with it.' })
  usedElsewhere: number;
}

export class OutlineView {
  @ApiProperty({ type: [OutlineCourseView], description: 'In the order of `courseIds`.' })
  courses: OutlineCourseView[];
}
