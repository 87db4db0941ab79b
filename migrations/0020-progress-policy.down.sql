alter policy tenant on activity_progress using (institution_id = cairn_institution() or cairn_system());
