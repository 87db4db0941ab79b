#!/bin/sh
# Run once by the postgres image: the owner runs migrations, the application's role is bound by row-level security.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set=owner="$CAIRN_OWNER_PASSWORD" --set=app="$CAIRN_APP_PASSWORD" <<'SQL'
create role cairn_owner login password :'owner';
create role cairn_app login nosuperuser nobypassrls nocreatedb nocreaterole password :'app';
create database cairn owner cairn_owner encoding 'UTF8' template template0;
\connect cairn
alter schema public owner to cairn_owner;
grant connect on database cairn to cairn_app;
SQL
