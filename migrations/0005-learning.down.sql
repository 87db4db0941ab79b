drop table quiz_attempt, resume_position, edition_move, course_completion, activity_progress, progress_fact;
