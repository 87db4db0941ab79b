drop table signing_key_history, vc_jwt_setting, vc_jwt;
alter table signing_key drop column compromise_reason, drop constraint signing_key_algorithm_known;
drop index signing_key_active_key;
-- Forms signed with other keys are gone, so only the keys of embedded proofs have something to answer for.
select set_config('app.scope', 'system', true);
delete from signing_key where algorithm <> 'Ed25519';
select set_config('app.scope', '', true);
create unique index signing_key_active_key on signing_key (institution_id) where state = 'active';
