drop table assessment, assessment_draft, grading_lease, attempt_withdrawal, attempt, submission;
