drop table quiz_attempt, resume_position, course_completion, activity_progress, progress_fact;
